//! See `crypto_fuzz::card_code`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    crypto_fuzz::card_code(bytes);
});
