// Words on the screen: a Fluent file for each language, one language at a time, and the sentence of every refusal.

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { refusal, type RefusalKind } from "./bridge";
import { noon } from "./day";
import { spoken, type Language } from "./languages";
import { dressed } from "./pseudo";
import { apart } from "./script";
import { drafts, type Key } from "./texts/keys";
import french from "./texts/fr.ftl?raw";

export type { Key };
export type Words = Record<string, string | number>;

const PSEUDO = import.meta.env.MODE === "pseudo";

/** French is always at hand; another language is read when somebody wants it. */
const files = import.meta.glob<string>(["./texts/*.ftl", "!./texts/fr.ftl", "!./texts/mandat.fr.ftl"], { query: "?raw", import: "default" });

let current = $state<Language>("fr");
let words = $state.raw(bundle("fr", french));
let wanted: Language = "fr";

export const language = {
  get now(): Language {
    return current;
  },
  /** For dates, numbers and plurals. */
  get locale(): string {
    return spoken[current].locale;
  },
  /** Whether its texts still wait for somebody to reread them. */
  get isDraft(): boolean {
    return isDraft(current);
  },
  /** The last wish counts. Where a file cannot be read, the window stays in the language it has. */
  async use(next: Language): Promise<void> {
    wanted = next;
    const read = next === "fr" ? french : await files[`./texts/${next}.ftl`]?.().catch(() => null);
    if (wanted !== next || !read) return;
    words = bundle(next, read);
    current = next;
    document.documentElement.lang = next;
    document.documentElement.dir = spoken[next].direction;
  },
};

export function isDraft(which: Language): boolean {
  return drafts.includes(which);
}

/** The text of a key in the language of the person. What the person wrote stays apart from it, whatever its script. */
export function t(key: Key, inserted: Words = {}): string {
  const pattern = words.getMessage(key)?.value;
  return pattern ? words.formatPattern(pattern, isolated(inserted)) : key;
}

/** "mardi 5 mai 2026": the full weekday, as easy French asks. Seconds since 1970. */
export function day(seconds: number): string {
  const form: Intl.DateTimeFormatOptions = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
  const parts = new Intl.DateTimeFormat(language.locale, form).formatToParts(new Date(seconds * 1000));
  // French says "1er", and only of the first.
  const first = (part: Intl.DateTimeFormatPart) => part.type === "day" && part.value === "1" && language.now === "fr";
  return parts.map((part) => (first(part) ? "1er" : part.value)).join("");
}

/** The same of a day of the calendar, YYYY-MM-DD, wherever this computer is. */
export function calendarDay(date: string): string {
  return day(noon(date).getTime() / 1000);
}

/** What went wrong, and what to do now: never a code alone. */
export function explain(thrown: unknown): string {
  const known = refusal(thrown);
  if (!known) return t("refused-other");
  if (known.kind === "wrongCode") return t("refused-code", { left: known.left ?? 0 });
  if (known.kind === "keyWrongPinLeft") return t("refused-key-pin-left", { left: known.left ?? 0 });
  if (known.kind === "wait") return wait(known.seconds ?? 0);
  return t(sentences[known.kind]);
}

export function wait(seconds: number): string {
  return seconds < 60 ? t("wait-seconds", { seconds }) : t("wait-minutes", { minutes: Math.ceil(seconds / 60) });
}

const sentences: Record<Exclude<RefusalKind, "wrongCode" | "wait" | "keyWrongPinLeft">, Key> = {
  frozen: "refused-frozen",
  suspended: "refused-frozen",
  revoked: "refused-revoked",
  codePolicy: "refused-policy",
  unreachable: "refused-unreachable",
  otherCertificate: "refused-certificate",
  date: "refused-date",
  portalProblem: "refused-portal",
  stick: "refused-stick",
  stickDamaged: "refused-damaged",
  stickState: "refused-state",
  readOnly: "refused-read-only",
  paper: "refused-paper",
  gone: "refused-gone",
  full: "refused-full",
  locked: "refused-locked",
  stopped: "refused-stopped",
  tooLarge: "refused-too-large",
  empty: "refused-empty",
  notPicture: "refused-picture",
  corners: "refused-corners",
  pages: "refused-pages",
  stickRoom: "refused-stick-room",
  stickForgets: "refused-stick-forgets",
  versionOld: "refused-version-old",
  noBrowser: "refused-no-browser",
  newer: "refused-newer",
  noClipboard: "refused-no-clipboard",
  totp: "refused-totp",
  noDate: "refused-no-date",
  sheetDamaged: "refused-sheet",
  notExport: "refused-import",
  notSaved: "refused-not-saved",
  beingDeleted: "deleting-nothing",
  words: "refused-words",
  noSuchHelper: "refused-no-helper",
  ownMandate: "refused-own-mandate",
  terms: "refused-terms",
  helpersOld: "refused-helpers-old",
  mandateOver: "refused-mandate-over",
  helperStopped: "refused-helper-stopped",
  helperFull: "refused-helper-full",
  journalConflict: "refused-journal-conflict",
  journalAltered: "refused-journal-altered",
  noCard: "refused-no-card",
  cardUnknown: "refused-card-unknown",
  shareDamaged: "refused-share-damaged",
  nothingWaits: "refused-nothing-waits",
  requestEnded: "refused-request-ended",
  requestConflict: "refused-request-conflict",
  requestWaits: "refused-request-waits",
  requestStep: "refused-request-step",
  holderStopped: "refused-holder-stopped",
  closing: "refused-closing",
  notCard: "refused-not-card",
  noSuchRequest: "refused-no-request",
  noOtherStick: "refused-no-other-stick",
  noVoucher: "fleet-is-no-voucher",
  fleetNumbers: "refused-fleet-numbers",
  waits: "fleet-is-waits",
  fleetJournal: "fleet-is-journal",
  fleetPrograms: "fleet-is-programs",
  fleetVolumes: "fleet-failed",
  fleetGone: "fleet-is-gone",
  folderLocator: "fleet-folder-locator",
  folderRealLocator: "fleet-folder-real-locator",
  folderOtherVouchers: "fleet-folder-other",
  folderRealVouchers: "fleet-folder-real",
  folderMixed: "fleet-folder-mixed",
  folderChanged: "fleet-folder-changed",
  sheetLong: "refused-sheet-long",
  sheetLetters: "refused-sheet-letters",
  loanThere: "notebook-there",
  keyMissing: "refused-key-missing",
  keySeveral: "refused-key-several",
  keyBarred: "refused-key-barred",
  keyNoPrf: "refused-key-no-prf",
  keyNoPin: "refused-key-no-pin",
  keyPinShape: "refused-key-pin-shape",
  keyWrongPin: "refused-key-pin",
  keyPinPause: "refused-key-pause",
  keyPinBlocked: "refused-key-blocked",
  keyNotTouched: "refused-key-touch",
  keyTakenOut: "refused-key-out",
  keyKnown: "refused-key-known",
  keyStranger: "refused-key-stranger",
  keyFull: "refused-key-full",
  keyFrozen: "refused-key-frozen",
  keyRefused: "refused-key-other",
};

function bundle(which: Language, source: string): FluentBundle {
  const made = new FluentBundle(spoken[which].locale, { useIsolating: false, ...(PSEUDO && { transform: dressed }) });
  const [first] = made.addResource(new FluentResource(source));
  if (first) throw first;
  return made;
}

function isolated(inserted: Words): Record<string, FluentVariable> {
  const safe = (word: string | number) => (typeof word === "string" ? apart(word) : word);
  return Object.fromEntries(Object.entries(inserted).map(([name, word]) => [name, safe(word)]));
}
