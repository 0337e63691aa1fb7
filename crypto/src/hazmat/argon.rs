//! Argon2id (RFC 9106) with the suite's parameters.

use super::swept::swept_deep;
use crate::{Opening, Result, secret::Secret};
use argon2::{Algorithm, Argon2, Params, Version};

/// KiB of memory.
const MEMORY_KIB: u32 = 64 * 1024;
/// Passes.
const PASSES: u32 = 3;
/// Lanes.
const LANES: u32 = 1;

/// 32 bytes from a low-entropy `code`.
pub(crate) fn stretch(code: &[u8], salt: &Secret<32>) -> Result<Secret<32>> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, Some(32)).map_err(|_| Opening::TooLarge)?;
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    swept_deep(|| Secret::build(|out| argon.hash_password_into(code, salt.expose(), out)))
        .map_err(|_| Opening::TooLarge)
}

#[cfg(test)]
mod tests {
    use argon2::{Algorithm, Argon2, AssociatedData, ParamsBuilder, Version};

    /// RFC 9106 section 5.3: Argon2id with secret and associated data.
    #[test]
    fn rfc_9106_vector() {
        let params = ParamsBuilder::new()
            .m_cost(32)
            .t_cost(3)
            .p_cost(4)
            .data(AssociatedData::new(&[4; 12]).unwrap())
            .build()
            .unwrap();
        let argon =
            Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params).unwrap();
        let mut out = [0; 32];
        argon
            .hash_password_into(&[1; 32], &[2; 16], &mut out)
            .unwrap();
        let expected = "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659";
        assert_eq!(data_encoding::HEXLOWER.encode(&out), expected);
    }
}
