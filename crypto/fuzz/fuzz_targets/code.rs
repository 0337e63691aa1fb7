//! See `crypto_fuzz::code`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    crypto_fuzz::code(bytes);
});
