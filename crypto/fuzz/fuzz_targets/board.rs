//! See `crypto_fuzz::board`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    crypto_fuzz::board(bytes);
});
