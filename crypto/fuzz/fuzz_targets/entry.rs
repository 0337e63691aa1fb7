//! See `crypto_fuzz::entry`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    crypto_fuzz::entry(bytes);
});
