//! What a portal says of the version that sticks can take.

use crate::frozen::frozen;
use wire::{Hash, decode_canonical, version::OfferedVersion};

#[test]
fn an_offered_version_is_its_list_who_signed_it_and_how_long_its_files_are() {
    let list = format!("{}  cle\n{}  cle.exe\n", "ab".repeat(32), "cd".repeat(32));
    let offered = OfferedVersion {
        list: list.into_bytes().into(),
        signature: "untrusted comment: x\nRU…\ntrusted comment: cle 1.2.3\nAA==\n".into(),
        sizes: vec![14_700_000, 13_500_000],
    };
    let bytes = frozen("offered-version", &wire::encode(&offered));
    let read = decode_canonical::<OfferedVersion>(&bytes, OfferedVersion::MAX);
    assert_eq!(read, Ok(offered));
    let path = wire::version::path(&Hash([0xab; 32]));
    assert_eq!(path, format!("v1/version/{}", "ab".repeat(32)));
}
