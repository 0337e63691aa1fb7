//! The notices name what is linked.

#[test]
fn the_notices_are_those_of_the_lock_file() {
    let kept = include_str!("../../THIRD-PARTY.md");
    let now = tests::third_party::notices().unwrap();
    assert!(
        kept == now,
        "run: cargo run -p tests --bin third-party > THIRD-PARTY.md"
    );
}
