//! See `crypto_fuzz::locator_voucher`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    crypto_fuzz::locator_voucher(bytes);
});
