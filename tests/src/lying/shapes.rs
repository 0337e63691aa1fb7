//! The names of every field of everything a portal hands out, as docs/protocol.md has them: so that each
//! can be changed in turn, and said in words.

use super::item::Item;
use Shape::{Choice, Each, Field, Of};

/// What a message is made of.
#[derive(Debug)]
pub enum Shape {
    /// One value.
    Field,
    /// A record: its fields in order.
    Of(&'static [(&'static str, Shape)]),
    /// A list of the same.
    Each(&'static Shape),
    /// A number, then the fields of that branch.
    Choice(&'static [(&'static str, Shape)]),
}

/// A place in a message, and its name.
pub type Place = (Vec<usize>, String);

impl Shape {
    /// Every place of `item` where something can be changed.
    ///
    /// # Errors
    /// The name of a part that this shape does not know: then the shape has to be brought up to date.
    pub fn places(&self, item: &Item) -> Result<Vec<Place>, String> {
        let mut places = Vec::new();
        self.walk(item, &mut (Vec::new(), String::new()), &mut places)?;
        Ok(places)
    }

    fn walk(&self, item: &Item, at: &mut Place, out: &mut Vec<Place>) -> Result<(), String> {
        if let Item::Inside(inside) = item
            && !matches!(self, Field)
        {
            return self.walk(inside, at, out);
        }
        match (self, item) {
            (Field, _) => out.push(at.clone()),
            (Of(fields), Item::List(items)) if items.len() <= fields.len() => {
                for (index, (item, (name, shape))) in items.iter().zip(*fields).enumerate() {
                    shape.walk(item, &mut inner(at, index, name), out)?;
                }
            }
            (Each(shape), Item::List(items)) => {
                out.push((at.0.clone(), format!("{}, one less", at.1)));
                for (index, item) in items.iter().enumerate() {
                    let name = (index + 1).to_string();
                    shape.walk(item, &mut inner(at, index, &name), out)?;
                }
            }
            (Choice(branches), Item::List(items)) => {
                let Some(Item::Number(number)) = items.first() else {
                    return Err(at.1.clone());
                };
                let branch = usize::try_from(*number).ok().and_then(|n| branches.get(n));
                let (name, shape) = branch.ok_or_else(|| at.1.clone())?;
                out.push((inner(at, 0, "kind").0, format!("{}, kind", at.1)));
                if let Some(item) = items.get(1) {
                    shape.walk(item, &mut inner(at, 1, name), out)?;
                }
            }
            _ => return Err(at.1.clone()),
        }
        Ok(())
    }
}

fn inner(at: &Place, index: usize, name: &str) -> Place {
    let mut place = at.0.clone();
    place.push(index);
    let name = match at.1.is_empty() {
        true => name.to_owned(),
        false => format!("{}, {name}", at.1),
    };
    (place, name)
}

const SEALED: Shape = Of(&[("encapsulated key", Field), ("ciphertext", Field)]);
const WHY: Shape = Choice(&[("owner", Of(&[])), ("mandate", Of(&[("mandate", Field)]))]);

/// A log entry.
pub static ENTRY: Shape = Of(&[
    (
        "header",
        Of(&[
            ("account", Field),
            ("number", Field),
            ("hash of the one before", Field),
            ("operation", Field),
            ("hash of the body", Field),
            ("time", Field),
        ]),
    ),
    (
        "body",
        Choice(&[
            ("genesis", Of(&[("genesis", GENESIS)])),
            ("added slot", Of(&[("slot", ADD_SLOT)])),
            ("revoked slot", Of(&[("slot", Of(&[("slot", Field)]))])),
            ("new keys", Of(&[("keys", REKEY)])),
            ("recovery policy", Of(&[("policy", POLICY)])),
            ("epoch", Of(&[("epoch", EPOCH)])),
        ]),
    ),
    ("signatures", Each(&Field)),
]);

const GENESIS: Shape = Of(&[
    ("root key", Field),
    ("author key", Field),
    ("reader key", Field),
]);

const ADD_SLOT: Shape = Of(&[
    (
        "header",
        Of(&[
            ("suite", Field),
            ("realm", Field),
            ("account", Field),
            ("slot", Field),
            ("credential", Field),
            ("relying party", Field),
            ("salt", Field),
        ]),
    ),
    ("everyday key", Field),
    ("administration key", Field),
    ("hash of the seals", Field),
    ("sealed gate keys", SEALED),
]);

const REKEY: Shape = Of(&[
    ("generation", Field),
    ("root key", Field),
    ("author key", Field),
    ("reader key", Field),
    ("cause", Field),
    ("recovery", Field),
    (
        "seals",
        Each(&Of(&[("slot", Field), ("hash of the seals", Field)])),
    ),
]);

const POLICY: Shape = Of(&[
    ("threshold", Field),
    ("holders", Each(&Field)),
    ("card key", Field),
    ("share hashes", Each(&Field)),
    ("commitment", Field),
    ("card tag", Field),
    ("payload hashes", Each(&Field)),
]);

const EPOCH: Shape = Of(&[
    ("folder", Field),
    ("epoch", Field),
    ("hash of the list", Field),
    (
        "boxes",
        Each(&Of(&[
            ("recipient", Field),
            ("why", WHY),
            ("hash of the box", Field),
        ])),
    ),
]);

/// A folder's list.
pub static MANIFEST: Shape = Of(&[
    (
        "header",
        Of(&[
            (
                "signed",
                Of(&[
                    ("suite", Field),
                    ("realm", Field),
                    ("account", Field),
                    ("folder", Field),
                    ("epoch", Field),
                    ("number", Field),
                    ("hash of the one before", Field),
                    ("author", Field),
                    ("salt", Field),
                    ("blobs added", Each(&Field)),
                    ("blobs removed", Each(&Field)),
                    ("drops taken", Each(&Field)),
                    ("drops refused", Each(&Field)),
                    ("hash of the ciphertext", Field),
                ]),
            ),
            ("signature", Field),
        ]),
    ),
    ("ciphertext", Field),
]);

/// A folder's key, sealed.
pub static KEY_BOX: Shape = Of(&[
    (
        "signed",
        Of(&[
            ("account", Field),
            ("folder", Field),
            ("epoch", Field),
            ("recipient", Field),
            ("why", WHY),
            ("sealed key", SEALED),
        ]),
    ),
    ("signature", Field),
]);

/// The account's keys, sealed to a slot.
pub static SEALS: Shape = Of(&[
    (
        "signed",
        Of(&[
            ("account", Field),
            ("slot", Field),
            ("generation", Field),
            ("everyday key", Field),
            ("sealed for every day", SEALED),
            ("administration key", Field),
            ("sealed for administration", SEALED),
        ]),
    ),
    ("signature", Field),
]);

/// What a slot's own stick last saw, sealed.
pub static ANCHOR: Shape = Of(&[("salt", Field), ("ciphertext", Field)]);

/// The front of a blob.
pub static BLOB_HEADER: Shape = Of(&[
    ("suite", Field),
    ("realm", Field),
    ("purpose", Field),
    ("account", Field),
    ("blob", Field),
    ("commitment", Field),
]);

/// A session. Its time is the portal's own, and only the portal's.
pub static SESSION: Shape = Of(&[("token", Field), ("account", Field), ("slot", Field)]);

/// A gate's evaluation, without its counters.
pub static EVALUATED: Shape = Of(&[("element", Field), ("proof", Field)]);

/// What the structure says to everybody.
pub static BOARD: Shape = Of(&[
    (
        "roots",
        Of(&[("first root", Field), ("successors", Each(&Field))]),
    ),
    (
        "publisher",
        Of(&[
            (
                "signed",
                Of(&[
                    ("realm", Field),
                    ("key", Field),
                    ("first moment", Field),
                    ("last moment", Field),
                ]),
            ),
            ("signature", Field),
        ]),
    ),
    (
        "board",
        Of(&[
            (
                "signed",
                Of(&[
                    ("realm", Field),
                    ("number", Field),
                    ("time", Field),
                    (
                        "structure",
                        Of(&[
                            ("name", Field),
                            ("telephone number", Field),
                            ("place", Field),
                            ("hours", Field),
                        ]),
                    ),
                    ("catalogue", Field),
                ]),
            ),
            ("signature", Field),
        ]),
    ),
]);

/// The structure's addresses.
pub static LOCATOR: Shape = Of(&[
    (
        "roots",
        Of(&[("first root", Field), ("successors", Each(&Field))]),
    ),
    (
        "locator",
        Of(&[
            (
                "signed",
                Of(&[
                    ("realm", Field),
                    ("number", Field),
                    ("relying party", Field),
                    ("origin", Field),
                    ("portals", Each(&Field)),
                    ("gates", Each(&Of(&[("gate", Field), ("address", Field)]))),
                    (
                        "trust",
                        Choice(&[
                            ("the computer's", Of(&[])),
                            ("own authority", Of(&[("authority", Field)])),
                        ]),
                    ),
                ]),
            ),
            ("signature", Field),
        ]),
    ),
]);
