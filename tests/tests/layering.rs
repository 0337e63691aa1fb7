//! The promise is in the dependency graph: the portal cannot decrypt because it does not link the
//! crate that can.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use cargo_metadata::Metadata;
use std::collections::BTreeSet;
use tests::third_party;

/// Which of our crates each may reach, through normal and build dependencies.
const ARROWS: &[(&str, &[&str])] = &[
    ("wire", &[]),
    ("gate", &["wire"]),
    ("crypto", &["wire"]),
    ("printed", &[]),
    ("portal", &["gate", "printed", "release", "wire"]),
    ("release", &["wire"]),
    ("key-core", &["crypto", "printed", "release", "wire"]),
    (
        "security-key",
        &["crypto", "key-core", "printed", "release", "wire"],
    ),
    (
        "key-app",
        &[
            "crypto",
            "key-core",
            "printed",
            "release",
            "security-key",
            "wire",
        ],
    ),
    ("packing", &["release", "wire"]),
];

#[test]
fn no_arrow_turns() {
    let metadata = third_party::metadata().unwrap();
    let ours: BTreeSet<&str> = ARROWS.iter().map(|(name, _)| *name).collect();
    let mut checked = 0;
    for (name, allowed) in ARROWS {
        let reached = closure(&metadata, name);
        let wrong: Vec<_> = reached
            .iter()
            .filter(|n| ours.contains(n.as_str()) && n.as_str() != *name)
            .filter(|n| !allowed.contains(&n.as_str()))
            .collect();
        assert!(wrong.is_empty(), "{name} reaches {wrong:?}");
        for expected in *allowed {
            assert!(
                reached.contains(*expected),
                "{name} was expected to reach {expected}"
            );
        }
        checked += reached.len();
    }
    let portal = closure(&metadata, "portal");
    for decrypting in ["crypto", "key-core", "vsss-rs", "passkey"] {
        assert!(
            !portal.contains(decrypting),
            "the portal links {decrypting}"
        );
    }
    // What signs a version is linked by packaging alone.
    for (name, _) in ARROWS {
        assert_eq!(
            closure(&metadata, name).contains("minisign"),
            *name == "packing",
            "{name}"
        );
    }
    for banned in [
        "sharks",
        "openssl",
        "openssl-sys",
        "native-tls",
        "aws-lc-rs",
    ] {
        for (name, _) in ARROWS {
            assert!(
                !closure(&metadata, name).contains(banned),
                "{name} links {banned}"
            );
        }
    }
    tests::report::promise("layering", checked, 0).unwrap();
}

/// Names of everything `name` links, itself included.
fn closure(metadata: &Metadata, name: &str) -> BTreeSet<String> {
    let reached = third_party::closure(metadata, name).unwrap();
    reached
        .into_iter()
        .map(|id| metadata[id].name.to_string())
        .collect()
}
