//! See `crypto_fuzz::commit_body`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    crypto_fuzz::commit_body(bytes);
});
