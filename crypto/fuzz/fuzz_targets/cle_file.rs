//! See `crypto_fuzz::cle_file`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    crypto_fuzz::cle_file(bytes);
});
