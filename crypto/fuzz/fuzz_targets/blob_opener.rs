//! See `crypto_fuzz::blob_opener`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    crypto_fuzz::blob_opener(bytes);
});
