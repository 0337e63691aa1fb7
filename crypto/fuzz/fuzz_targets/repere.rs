//! See `crypto_fuzz::repere`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    crypto_fuzz::repere(bytes);
});
