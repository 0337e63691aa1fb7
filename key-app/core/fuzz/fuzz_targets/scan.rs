//! See `key_core_fuzz::scan`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    key_core_fuzz::scan(bytes);
});
