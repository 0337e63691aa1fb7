"""The rules of the log (section 14), as the app replays them. No key is used here."""

from dataclasses import dataclass, field
from itertools import pairwise

from .primitives import sha256
from .refusal import require
from .wire import Realm

GENESIS, ADD_SLOT, REVOKE_SLOT, REKEY, POLICY, EPOCH, GRANT, REVOKE, VETO, DELETE, CANCEL = range(11)
PRIVATE, FOLDERS = 0, frozenset(range(12))
RECOVERY, SEE, DROP, ACT = 0, 0, 1, 2
SLOTS_MAX, MANDATES_MAX = 8, 32


@dataclass
class State:
    """What the entries so far say, and what they still owe (`due_…`)."""

    realm: Realm
    account: bytes = b""
    first_root: bytes = b""
    generation: int = 0
    root: bytes = b""
    author: bytes = b""
    reader: bytes = b""
    roots: set = field(default_factory=set)
    slots: dict = field(default_factory=dict)  # slot → its add_slot
    seals: dict = field(default_factory=dict)  # slot → hash of its signed seals
    ever: set = field(default_factory=set)  # slots and credentials that were ever there
    policy: tuple | None = None
    folders: dict = field(default_factory=dict)  # folder → its last epoch entry
    mandates: dict = field(default_factory=dict)
    mandate_ids: set = field(default_factory=set)
    deleting: bytes | None = None
    due_slot: bool = False
    due_rekey: bool = False
    due_policy: bool = False
    due_epochs: set = field(default_factory=set)

    def nothing_due(self) -> bool:
        return not (self.due_slot or self.due_rekey or self.due_policy or self.due_epochs)

    def apply(self, header, number: int, content: tuple, entry_hash: bytes, what: str) -> None:
        def rule(condition: bool, why: str) -> None:
            require(condition, f"{what}: {why}")

        if number == GENESIS:
            rule(header.seq == 1, "a genesis that is not the first")
            rule(header.account == sha256(self.realm.ctx("account", content[0].root)), "the account is not the root's")
            self.account = header.account
        rule(header.seq == 1 or number != GENESIS, "a second genesis")
        rule(bool(self.account) and header.account == self.account, "another account's")
        rule(self.deleting is None or number == CANCEL, "the account is being deleted")
        APPLY[number](self, content, header, entry_hash, rule)


def signers(state: State, number: int, content: tuple) -> list[list[bytes]]:
    """The ways to sign: each a list of keys in order."""
    if number == GENESIS:
        return [[content[0].root]]
    if number == REKEY:
        return [[state.root, content[0].root]]
    if number in (EPOCH, VETO, CANCEL):
        return [[state.author]]
    if number == REVOKE:
        return [[state.author], [state.root]]
    return [[state.root]]


def genesis(state: State, content, header, entry_hash, rule) -> None:
    (op,) = content
    state.first_root = state.root = op.root
    state.roots, state.generation = {op.root}, 1
    state.author, state.reader = op.author, op.reader
    state.due_slot, state.due_epochs = True, set(FOLDERS)


def add_slot(state: State, content, header, entry_hash, rule) -> None:
    (op,) = content
    slot = op.header
    rule((slot.realm, slot.account) == (state.realm.number, state.account), "a slot of another account or realm")
    rule(slot.slot not in state.ever and slot.credential not in state.ever, "a slot that was there before")
    rule(len(state.slots) <= SLOTS_MAX, "too many slots")
    state.ever |= {slot.slot, slot.credential}
    state.slots[slot.slot], state.seals[slot.slot] = op, op.seals
    state.due_slot = False


def revoke_slot(state: State, content, header, entry_hash, rule) -> None:
    (op,) = content
    rule(op.slot in state.slots, "no such slot")
    if len(state.slots) == 1:
        enough = state.policy is not None and len(state.policy.holders) >= state.policy.threshold - 1
        rule(enough, "the last slot, without enough holders")
    del state.slots[op.slot], state.seals[op.slot]
    state.due_rekey = True


def rekey(state: State, content, header, entry_hash, rule) -> None:
    (op,) = content
    rule(op.generation == state.generation + 1, "the generation does not follow")
    rule(op.root not in state.roots, "a root that has served")
    rule(op.author != state.author and op.reader != state.reader, "an author or reader that does not change")
    rule((op.ceremony is not None) == (op.cause == RECOVERY), "the ceremony does not fit the cause")
    rule(len(state.slots) <= SLOTS_MAX, "too many slots")
    rule([named.slot for named in op.seals] == sorted(state.slots), "the seals are not those of the slots")
    state.generation, state.root, state.author, state.reader = op.generation, op.root, op.author, op.reader
    state.roots.add(op.root)
    state.seals = {named.slot: named.hash for named in op.seals}
    state.due_rekey, state.due_policy = False, state.policy is not None
    state.due_epochs = set(state.folders) | state.due_epochs


def policy(state: State, content, header, entry_hash, rule) -> None:
    (op,) = content
    accounts = [holder.account for holder in op.holders]
    rule(op.threshold in (2, 3), "a threshold that is not 2 or 3")
    rule(max(op.threshold, len(accounts) + 1) <= len(op.shares) <= 5, "the number of shares does not fit")
    rule(len(op.payloads) == len(accounts) + 1, "the number of payloads does not fit")
    rule(len(set(accounts)) == len(accounts) and state.account not in accounts, "the holders do not fit")
    before = {holder.account for holder in state.policy.holders} if state.policy else set()
    if before - set(accounts) and not state.due_policy:
        state.due_rekey = True
    state.policy, state.due_policy = op, False


def epoch(state: State, content, header, entry_hash, rule) -> None:
    (op,) = content
    last = state.folders[op.folder].epoch if op.folder in state.folders else 0
    rule(op.epoch == last + 1, "the epoch does not follow")
    wanted = [(sha256(state.reader), (0, ()))]
    for name, mandate in sorted(state.mandates.items()):
        counts = mandate.not_before <= header.time < mandate.not_after
        if counts and mandate.rights in (SEE, ACT) and op.folder in mandate.folders:
            wanted.append((mandate.reader, (1, (name,))))
    rule([(box.recipient, box.why) for box in op.boxes] == wanted, "the boxes are not those asked for")
    state.folders[op.folder] = op
    state.due_epochs.discard(op.folder)


def grant(state: State, content, header, entry_hash, rule) -> None:
    (op,) = content
    rule(op.grantee != state.account and op.not_before < op.not_after, "a mandate that does not fit")
    rule(all(a < b for a, b in pairwise(op.folders)), "the folders do not rise")
    rule(PRIVATE not in op.folders and set(op.folders) <= set(state.folders), "a folder that cannot be granted")
    rule(len(op.boxes) == (0 if op.rights == DROP else len(op.folders)), "the number of boxes does not fit")
    rule(len(op.letters) <= 2, "too many letters")
    rule(op.mandate not in state.mandate_ids and len(state.mandates) < MANDATES_MAX, "a mandate too many")
    state.mandate_ids.add(op.mandate)
    state.mandates[op.mandate] = op


def revoke(state: State, content, header, entry_hash, rule) -> None:
    rule(content[0] in state.mandates, "no such mandate")
    gone = state.mandates.pop(content[0])
    if gone.rights in (SEE, ACT):
        state.due_epochs |= set(gone.folders)


def veto(state: State, content, header, entry_hash, rule) -> None:
    pass


def delete(state: State, content, header, entry_hash, rule) -> None:
    state.deleting, state.mandates = entry_hash, {}


def cancel_delete(state: State, content, header, entry_hash, rule) -> None:
    rule(state.deleting is not None and content[0] == state.deleting, "it names no deletion that counts")
    state.deleting = None


APPLY = [genesis, add_slot, revoke_slot, rekey, policy, epoch, grant, revoke, veto, delete, cancel_delete]
