//! See `crypto_fuzz::gate_messages`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    crypto_fuzz::gate_messages(bytes);
});
