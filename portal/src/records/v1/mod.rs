//! The first shapes. Frozen: these files are never edited again once released.

pub(crate) mod activity;
pub(crate) mod deceased;
pub(crate) mod deletion;
pub(crate) mod gate;
pub(crate) mod idle;
pub(crate) mod mandate;
pub(crate) mod recovery;
pub(crate) mod security_key;
pub(crate) mod session;
pub(crate) mod space;
pub(crate) mod staff;
pub(crate) mod stock;

/// Says that a shape is the first of its chain, and which table it lives in.
macro_rules! first {
    ($($shape:ident in $table:ident;)*) => {$(
        impl crate::store::Migrate for $shape {
            type Previous = crate::store::Nothing;

            fn migrate(previous: crate::store::Nothing) -> Self {
                match previous {}
            }
        }

        impl crate::store::Record for $shape {
            const TABLE: crate::store::Table = crate::store::Table::$table;
        }
    )*};
}
pub(crate) use first;

/// Says that a shape is the first of its chain, and that a newer one is stored in its place.
macro_rules! grown {
    ($($shape:ident;)*) => {$(
        impl crate::store::Migrate for $shape {
            type Previous = crate::store::Nothing;

            fn migrate(previous: crate::store::Nothing) -> Self {
                match previous {}
            }
        }
    )*};
}
pub(crate) use grown;
