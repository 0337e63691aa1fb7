//! Every attack that is tried, by the number that the design gives it (docs/threat-model.md), and the
//! family of tests that tries it. An attack has many variants: each is a line of the report.

/// One attack.
#[derive(Debug)]
pub struct Attack {
    /// Its number in the threat model, then one of its own.
    pub id: &'static str,
    /// The family of tests.
    pub family: &'static str,
    /// What the portal does.
    pub what: &'static str,
}

/// Attacks that succeed today, and what would have to change. Whoever mends one takes it out: until then
/// the tests fail where it does *not* succeed.
pub static OPEN: &[(&str, &str)] = &[];

const fn a(id: &'static str, family: &'static str, what: &'static str) -> Attack {
    Attack { id, family, what }
}

/// All of them.
#[rustfmt::skip] // a table: a line for each
pub static CATALOGUE: &[Attack] = &[
    a("A1.1", "helpers", "changes one bit of who may help"),
    a("A1.2", "helpers", "names a helper whom no officer of the structure certified"),
    a("A1.3", "helpers", "hides who was stopped, or says it too late"),
    a("A1.4", "entrusted", "changes one bit of what proves a mandate to its helper"),
    a("A1.5", "entrusted", "gives a helper another's mandate, or other keys of the person"),
    a("A1.6", "entrusted", "shows a helper another list or key than the mandate's"),
    a("A1.7", "vouched", "hands out other papers for somebody of another structure"),
    a("A2.1", "forge-session", "puts its own card into the recovery policy"),
    a("A2.2", "recovery", "adds holders to the policy that a recovery reads"),
    a("A3.1", "forge-session", "lets a stick of its own open the space"),
    a("A3.2", "forge-session", "renews or revokes keys that are not its own"),
    a("A3.3", "forge-administration", "slips a slot in while new keys are sealed to all slots"),
    a("A3.4", "letters", "has later keys sealed to somebody else"),
    a("A4.1", "fields-space", "changes a box that holds a folder's key"),
    a("A4.2", "fields-space", "changes the seals that hold the account's keys"),
    a("A4.3", "fields-space", "changes the anchor"),
    a("A5.1", "swaps-papers", "gives a paper the content of another, or of an earlier version"),
    a("A5.2", "swaps-folders", "exchanges the contents of two folders' lists"),
    a("A5.3", "swaps-folders", "shows one folder's list in the place of another's"),
    a("A5.4", "swaps-folders", "exchanges the keys of two folders"),
    a("A5.5", "swaps-keys", "exchanges sealed keys of a slot, or takes those of another slot or time"),
    a("A5.6", "swaps-keys", "takes the anchor of another slot"),
    a("A5.7", "swaps-keys", "takes parts of another person's space, or all of it"),
    a("A5.8", "fields-log", "changes one field of a log entry"),
    a("A5.9", "fields-space", "changes one field of a list's header"),
    a("A5.10", "swaps-keys", "takes the key of a folder's earlier epoch"),
    a("A5.11", "fields-paper", "changes one field of a paper's header"),
    a("A5.12", "fields-space", "changes one field of the session"),
    a("A5.13", "bytes", "changes one bit of all that it tells of a space"),
    a("A5.14", "forge-administration", "opens administration in another slot or account"),
    a("A5.15", "recovery", "changes or leaves out parts of what a recovery reads"),
    a("A6.1", "forge-session", "puts a paper of its own into a folder"),
    a("A6.2", "plain", "seals a paper of its own under the name of the person's"),
    a("A6.3", "drops", "puts a paper in as if a helper had"),
    a("A7.1", "fields-space", "changes a list of titles, kinds and dates, and mends its hash"),
    a("A7.2", "bytes", "the same, one bit at many places"),
    a("A8.1", "chunks", "leaves a piece of a paper out"),
    a("A8.2", "chunks", "exchanges two pieces"),
    a("A8.3", "chunks", "ends a paper early"),
    a("A8.4", "chunks", "repeats a piece, or goes on after the end"),
    a("A8.5", "chunks", "cuts the line"),
    a("A8.6", "bytes", "changes one bit of a paper"),
    a("A9.1", "rollback-pinned", "shows an earlier space to a stick that has seen a later one"),
    a("A9.2", "rollback-pinned", "shows only an earlier log"),
    a("A9.3", "rollback-fresh", "shows an earlier space to a stick without memory, with its newest anchor"),
    a("A9.4", "rollback-fresh", "shows it an earlier space with the anchor of then, and it is not said"),
    a("A9.5", "rollback-log", "leaves log entries out, repeats, exchanges or cuts them off"),
    a("A9.6", "session-old", "answers an open session as it did before"),
    a("A9.7", "session-half", "tells only the beginning of a revocation"),
    a("A9.8", "session-half", "tells of a revocation with the seals of before it, or with none"),
    a("A9.9", "session-endless", "sends a log that never ends"),
    a("A9.10", "withheld", "says that a list is kept, and drops it"),
    a("A9.11", "withheld", "says that a change of the account is made, and drops it"),
    a("A9.12", "withheld", "drops a paper's content, or refuses it"),
    a("A9.13", "withheld", "says that an anchor is kept, and drops it"),
    a("A9.14", "denied", "keeps a change, and says that another came first"),
    a("A9.15", "first", "spoils the making of a space: afterwards the stick makes it all the same"),
    a("A9.16", "first", "shows something else than the space just made"),
    a("A9.17", "fork-lists", "shows a session the list of another history, of the same number or the next"),
    a("A9.18", "fork-lists", "shows a session the list of another history, further ahead"),
    a("A9.19", "fork-lists", "the same at an opening, of the same number or the next"),
    a("A9.20", "fork-lists", "the same at an opening, further ahead"),
    a("A9.21", "fork-log", "shows a session the log of another history"),
    a("A9.22", "fork-log", "the same at an opening"),
    a("A9.23", "deletion", "says that the space is being deleted, which nobody signed"),
    a("A9.24", "deletion", "hides that it is, or takes that back by itself"),
    a("A9.25", "deletion", "says that this was taken back, and drops it, or shows it as running still"),
    a("A9.26", "recovery", "shows a recovery a log or lists that lack something"),
    a("A10.1", "forms", "adds parameters to its answers"),
    a("A11.1", "forms", "answers in another form than the only one"),
    a("A11.2", "forms", "names another suite"),
    a("A11.3", "forms", "speaks an older TLS"),
    a("A13.1", "elsewhere", "sends the app to another address"),
    a("A13.2", "elsewhere", "names other addresses in headers and refusals"),
    a("A13.3", "locator", "gives out addresses that the structure has not signed"),
    a("A13.4", "locator", "gives out addresses of before a move"),
    a("A14.1", "elsewhere", "learns the length of a text from what is sent"),
    a("A14.2", "elsewhere", "learns the length of a title from what is sent"),
    a("A14.3", "elsewhere", "finds a word of a title or text in what is sent"),
    a("A15.1", "passkey", "asks for a passkey of another party"),
    a("A15.2", "passkey", "asks the passkey for secrets"),
    a("A15.3", "passkey", "asks for less, or for another passkey"),
    a("A15.4", "passkey", "gives out another opening's challenge"),
    a("A15.5", "passkey", "gets an answer that serves elsewhere or says too much"),
    a("A15.6", "elsewhere", "answers with a page of code"),
    a("A15.7", "first", "spoils the making of a passkey"),
    a("A16.1", "fields-log", "learns from the next request which change of a log was seen through"),
    a("A16.2", "fields-space", "learns from it which change of lists, keys or anchor was"),
    a("A17.1", "plain", "sends plain text in the place of a paper"),
    a("A17.2", "plain", "sends plain text in the place of a list"),
    a("A17.3", "plain", "sends zeros or nothing in the place of an anchor"),
    a("A18.1", "fields-paper", "changes what a paper promises about its key"),
    a("A18.2", "plain", "puts the true promise before a paper sealed with another key"),
    a("A19.1", "gate", "evaluates the code with another key than the gate promised"),
    a("A19.2", "gate", "repeats an earlier evaluation"),
    a("A19.3", "gate", "gives out a challenge that has served"),
    a("A19.4", "gate-bits", "changes one bit of an evaluation or its proof"),
    a("A19.5", "gate-again", "tells the gate a stick's request again, to use up its tries"),
    a("A19.6", "first", "promises a new stick another gate key, or none"),
    a("A19.7", "first", "spoils registrations so that right codes count as wrong ones"),
    a("A19.8", "renewal", "spoils a renewal: afterwards the stick opens, and can be renewed"),
    a("A21.1", "rollback-pinned", "shows an earlier list of one folder to a stick that has seen a later one"),
    a("A21.2", "rollback-pinned", "withholds a folder's list"),
    a("A21.3", "rollback-fresh", "shows a stick without memory an earlier list than its anchor names"),
    a("A21.4", "session-old", "tells an open session an earlier list"),
    a("A21.5", "session-half", "tells of a revocation, and leaves lists or keys as before it"),
    a("A22.1", "recovery", "gives a recovery the package, shares or log of before"),
    a("A23.1", "recovery", "changes what is compared once a screen has seen it"),
    a("A24.1", "gate-again", "tells a success again after wrong codes, to get tries back"),
    a("A24.2", "gate-again", "tells a success again, to hide wrong codes from the person"),
    a("A24.3", "gate-deaf", "does not hear of a success, once"),
    a("A25.1", "journal", "leaves out what was done, or shows it in another order"),
    a("A25.2", "journal", "changes one bit of what was done"),
    a("A25.3", "journal", "says that something was done that nobody signed"),
    a("A26.1", "forge-account", "shows an account of its own, sealed to the person's slot"),
    a("A26.2", "recovery", "has another account compared"),
    a("A27.1", "board", "changes one field of what the structure says"),
    a("A27.2", "board", "says something that the structure's publisher has not signed"),
    a("A27.3", "board", "says what the structure says in the other realm"),
    a("A27.4", "board", "says what the structure said before, or hides what it says"),
    a("A27.5", "board", "says what a publisher signed outside its time"),
    a("A27.6", "board", "says it at another length or in another form"),
    a("A27.7", "board", "brings a catalogue that breaks a rule, though it is signed"),
];

#[cfg(test)]
mod tests {
    use super::CATALOGUE;
    use std::collections::BTreeSet;

    #[test]
    fn each_attack_has_a_number_of_its_own() {
        let ids: BTreeSet<_> = CATALOGUE.iter().map(|attack| attack.id).collect();
        assert_eq!(ids.len(), CATALOGUE.len());
    }
}
