//! See `crypto_fuzz::ceremony`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    crypto_fuzz::ceremony(bytes);
});
