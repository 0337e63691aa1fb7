//! See `crypto_fuzz::helpers`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    crypto_fuzz::helpers(bytes);
});
