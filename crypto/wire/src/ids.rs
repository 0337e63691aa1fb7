//! Identifiers: one newtype each, none of them secret.

use ring::digest;

macro_rules! bytes_newtype {
    ($(#[doc = $doc:literal])* $name:ident, $len:literal) => {
        $(#[doc = $doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; $len]);

        impl $name {
            /// Its length in bytes.
            pub const LEN: usize = $len;

            /// A fresh random one.
            pub fn random(random: &mut dyn crate::Random) -> Self {
                Self(crate::random::bytes(random))
            }

            /// Reads exactly the right number of bytes.
            #[must_use]
            pub fn from_slice(bytes: &[u8]) -> Option<Self> {
                bytes.try_into().ok().map(Self)
            }

            /// Lower-case hexadecimal.
            #[must_use]
            pub fn to_hex(&self) -> String {
                data_encoding::HEXLOWER.encode(&self.0)
            }

            /// Reads lower-case hexadecimal of exactly the right length.
            #[must_use]
            pub fn from_hex(text: &str) -> Option<Self> {
                Self::from_slice(&data_encoding::HEXLOWER.decode(text.as_bytes()).ok()?)
            }
        }

        impl AsRef<[u8]> for $name {
            fn as_ref(&self) -> &[u8] {
                &self.0
            }
        }

        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                write!(f, concat!(stringify!($name), "({}…)"), data_encoding::HEXLOWER.encode(&self.0[..4]))
            }
        }

        impl<C> minicbor::Encode<C> for $name {
            fn encode<W: minicbor::encode::Write>(
                &self,
                e: &mut minicbor::Encoder<W>,
                _: &mut C,
            ) -> Result<(), minicbor::encode::Error<W::Error>> {
                e.bytes(&self.0)?.ok()
            }
        }

        impl<'b, C> minicbor::Decode<'b, C> for $name {
            fn decode(d: &mut minicbor::Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
                Self::from_slice(d.bytes()?)
                    .ok_or_else(|| minicbor::decode::Error::message(concat!("length of ", stringify!($name))))
            }
        }
    };
}
pub(crate) use bytes_newtype;

bytes_newtype!(
    /// SHA-256 of something named where it stands.
    Hash, 32
);
bytes_newtype!(
    /// A person's space: H(ctx("account", first root public key)).
    AccountId, 32
);
bytes_newtype!(
    /// A stick's enrolment at its gates.
    KeyId, 16
);
bytes_newtype!(
    /// A gate.
    GateId, 16
);
bytes_newtype!(
    /// A place in an account where one stick opens it.
    SlotId, 16
);
bytes_newtype!(
    /// One version of an object's ciphertext at the portal.
    BlobId, 32
);
bytes_newtype!(
    /// A paper or a note, the same over its versions.
    ObjectId, 16
);
bytes_newtype!(
    /// A mandate.
    MandateId, 16
);
bytes_newtype!(
    /// A paper that a helper dropped.
    DropId, 16
);
bytes_newtype!(
    /// A one-use right to enrol.
    VoucherId, 16
);
bytes_newtype!(
    /// One evaluation at a gate.
    AttemptId, 16
);
bytes_newtype!(
    /// A recovery.
    CeremonyId, 16
);
bytes_newtype!(
    /// A single-use challenge of a gate.
    Challenge, 32
);

impl Hash {
    /// SHA-256 (FIPS 180-4) of `bytes`.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let mut out = [0; 32];
        out.copy_from_slice(digest::digest(&digest::SHA256, bytes).as_ref());
        Self(out)
    }

    /// SHA-256 of all that can be read, a piece at a time.
    ///
    /// # Errors
    /// Where `content` cannot be read.
    pub fn of_all(mut content: impl std::io::Read) -> std::io::Result<Self> {
        let mut sum = digest::Context::new(&digest::SHA256);
        let mut piece = vec![0; 256 << 10];
        loop {
            match content.read(&mut piece) {
                Ok(0) => break,
                Ok(read) => sum.update(&piece[..read]),
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        let mut out = [0; 32];
        out.copy_from_slice(sum.finish().as_ref());
        Ok(Self(out))
    }
}

impl AccountId {
    /// The account whose first root key is `root`.
    #[must_use]
    pub fn of(realm: crate::Realm, root: &crate::SigPublic) -> Self {
        Self(
            Hash::of(&crate::ctx(
                realm,
                crate::Label::Account,
                &[crate::Part::Bytes(root.as_ref())],
            ))
            .0,
        )
    }
}
