//! See `crypto_fuzz::version`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    crypto_fuzz::version(bytes);
});
