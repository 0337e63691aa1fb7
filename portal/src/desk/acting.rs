//! Writing at the desk: a request was let in before its form was read, and much may have happened since. What is
//! written asks once more, in its own transaction, who writes and whether they may.

use wire::Refusal;

use super::guard::Me;
use crate::{
    app::Shared,
    domain::desk::staff,
    records::Staff,
    store::{Tx, WriteError},
};

/// Runs a rule for whoever asks, if they still work here and may do what they came for. The rule is told who
/// they are at that moment.
///
/// # Errors
/// `Unauthorized` where they work here no more, `Forbidden` where they may not, and what the rule says; then
/// nothing is written.
pub(super) async fn write_as<T, E, F>(app: &Shared, me: &Me, rule: F) -> Result<T, E>
where
    F: FnOnce(&mut Tx<'_>, &Staff) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: From<Refusal> + Send + 'static,
{
    let (id, deed) = (me.id, me.deed);
    let wrote = app.space.write_async(move |tx| {
        let staff = staff::acting(tx, &id, deed)?;
        rule(tx, &staff)
    });
    wrote.await.map_err(|error| match error {
        WriteError::Refused(why) => why,
        WriteError::Store(trouble) => Refusal::from(WriteError::<Refusal>::Store(trouble)).into(),
    })
}
