//! Why a photo becomes no page. Whoever chose it or moved the corners can mend it.

/// What is wrong, and what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// More bytes or pixels than an old computer can hold.
    #[error("This photo is too large. Take it again with fewer pixels.")]
    TooLarge,
    /// No JPEG, PNG or WebP, a damaged one, or one too small to read.
    #[error("This is no photo that can be opened. Choose a JPEG, PNG or WebP.")]
    NotPicture,
    /// They cross, or lie on one line or too near to each other.
    #[error("The four corners do not go around a paper. Move them apart.")]
    Corners,
    /// None, or more than a paper may have.
    #[error("A paper has from 1 to {} pages.", super::MOST_PAGES)]
    Pages,
}
