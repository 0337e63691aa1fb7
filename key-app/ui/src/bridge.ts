// Everything that crosses between the window and the shell: one function per command, and two events.
// No key and no path ever does. What is refused arrives as a Refusal; texts.ts turns it into words.

import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { IconName } from "./icons/drawings";
import type { Language } from "./languages";

export type StickState = "new" | "ready" | "missing" | "damaged";
export type CodeKind = "digits" | "pictures";
export type Code = { kind: "digits"; digits: string } | { kind: "pictures"; pictures: number[] };
export type LockedWhy = "removed" | "idle" | "left";

export interface Start {
  stick: StickState;
  /** Whether the stick was prepared for a recovery, or one was begun on it. */
  recovery: "prepared" | "begun" | null;
  practice: boolean;
  /** In the order to show. */
  languages: Language[];
  /** The computer's own. */
  language: Language;
  /** Most bytes that one paper may have. */
  largest: number;
}

export type NoticeKind = "wrongCodes" | "renewalAdvised" | "visitAdvised" | "copyMended" | "readOnly" | "nothingPinned"
  | "recoveryUnderWay" | "memoryNotLocked";

export interface Home {
  notices: { kind: NoticeKind; count?: number }[];
  folders: { folder: number; papers: number }[];
  used: number;
  quota: number;
  /** The last day on which a deletion that runs can be taken back, YYYY-MM-DD. */
  deleting: string | null;
}

export interface Paper {
  id: string;
  folder: number;
  title: string;
  note: boolean;
  media: string;
  length: number;
  created: number;
  changed: number;
  /** 0 where it is of no particular kind. */
  kind: number;
  /** Its last day, YYYY-MM-DD. */
  expires: string | null;
  deleted: number | null;
}

/** A paper that went in; a picture of some kinds may tell where it was taken. */
export interface Added extends Paper {
  mayTellPlace: boolean;
}

/** A kind of official paper. Its name is in French. */
export interface Kind {
  code: number;
  folder: number;
  picture: IconName;
  name: string;
  /** Whether it has a last day. */
  expires: "never" | "usually" | "always";
  words: string[];
}

export type NeedState = "have" | "endsSoon" | "expired" | "tooOld" | "missing";

/** What a service asks for, and how it stands. Its sentences are in French. */
export interface Need {
  items: {
    kinds: { code: number; name: string; picture: IconName }[];
    note: string | null;
    onlyIf: string | null;
    state: NeedState;
    last: string | null;
    get: string | null;
    paper: Paper | null;
  }[];
  steps: { picture: IconName; text: string }[];
  glossary: { id: string; word: string; means: string }[];
  checked: string | null;
  sources: string[];
}

export interface Contact {
  key: string;
  name: string;
  phone: string | null;
  mail: string | null;
  address: string | null;
  note: string | null;
}

/** A way into a site, without what is secret of it. */
export interface Login {
  key: string;
  site: string;
  address: string | null;
  name: string | null;
  hasPassword: boolean;
  hasNote: boolean;
  hasTotp: boolean;
}

/** What becomes of a secret: it stays, it was typed, or the shell makes one and does not say it. */
export type Wish = { kind: "keep" } | { kind: "typed"; text: string } | { kind: "make" };

/** Parts of life, in the order of the screen. */
export const lifeThemes = [
  "argent_aides", "sante", "logement", "travail_formation", "etranger", "urgence",
  "famille_ecole", "identite", "transport", "handicap_age", "justice_droits", "numerique_aide",
] as const;
export type LifeTheme = (typeof lifeThemes)[number];

/** The one date that a rule counts from: none, a last day, a first day, a month in which it was due, or a day on which
    something happens. */
export type Asks = "nothing" | "end" | "beginning" | "month" | "event";

/** Something that a person can do somewhere. Its sentences are in French, whatever the language of the window. */
export interface Service {
  id: string;
  theme: LifeTheme;
  picture: IconName;
  name: string;
  what: string;
  who: string;
  when: string;
  /** What a person says before its dates can be followed; null where it has none that are sure. */
  asks: Asks | null;
  /** Whether somebody has written down what it asks for. */
  needs: boolean;
  site: string | null;
  phone: string | null;
  local: string | null;
  /** YYYY-MM-DD; null where nobody has looked it up. */
  checked: string | null;
  sources: string[];
}

export type DueState = "open" | "done" | "coming" | "over";

/** One date. Days are YYYY-MM-DD. */
export type Due = {
  /** Its name in the shell; a service that comes again has two dates of one name. */
  name: string;
  opens: string;
  closes: string;
  state: DueState;
  /** From today to the last day. */
  days: number;
} & (
  | { kind: "service"; service: string }
  | { kind: "own"; title: string; minute: number | null }
  | { kind: "paper"; paper: Paper }
);

export interface Dates {
  today: string;
  /** The most urgent first. */
  due: Due[];
  followed: { service: string; from: string | null }[];
}

/** How a file stands against the published list of this version. */
export type StickFileKind = "own" | "ownWrongSize" | "listed" | "changed" | "unlisted" | "missing";

export interface StickFile {
  /** Below the stick's folder, with `/`. */
  name: string;
  bytes: number;
  what: StickFileKind;
}

export interface StickContents {
  files: StickFile[];
  /** SHA-256 of the list itself; null where the stick holds none. */
  list: string | null;
}

export type Role = "socialWorker" | "mediator" | "volunteer" | "relative" | "curator" | "officer";
export type Rights = "see" | "act" | "drop";
/** How a helper helps: teaches, goes along, does it. */
export type Posture = "teach" | "accompany" | "do";

/** Somebody who may help. Times are Unix seconds. */
export interface Helper {
  number: string;
  account: string;
  name: string;
  role: Role;
  until: number;
}

export interface OwnHelper {
  now: number;
  number: string;
  /** Null where no officer has certified the person. */
  certificate: Helper | null;
}

/** A mandate that the person gave. */
export interface Mandate {
  id: string;
  grantee: string;
  helper: string;
  role: Role;
  structure: string;
  person: string;
  folders: number[];
  rights: Rights;
  from: number;
  until: number;
  text: string;
  /** Stands on the paper. */
  code: string;
  live: boolean;
}

/** What is agreed with one or a few helpers: a number and a text for each. */
export interface Agreed {
  helpers: [number: string, text: string][];
  folders: readonly number[];
  rights: Rights;
  days: number;
  person: string;
  structure: string;
  place: string;
  from: number;
  instead: string | null;
}

/** One thing that was done. */
export interface Done {
  mandate: string | null;
  helper: string | null;
  deed: "list" | "read" | "drop" | "session";
  folder: number | null;
  words: string | null;
  posture: Posture | null;
  /** How many seconds it took, where that is known. */
  seconds: number | null;
  at: number;
}

/** A mandate that somebody gave to the owner of this space. */
export interface Entrusted {
  id: string;
  person: string;
  folders: number[];
  rights: Rights;
  until: number;
  over: boolean;
}

/** How the person can find the way back in. */
export interface Arranged {
  /** What holders call the person. */
  label: string;
  holders: { name: string; role: Role }[];
  /** Somebody asks to open the space again, since then in Unix seconds. */
  asked: { ceremony: string; since: number; withCard: boolean; approved: number } | null;
}

/** How far a request is, and why it ended. */
export type RequestState = "seeking" | "meeting" | "waiting" | "ready" | "done" | "ended";
export type Ending = "stopped" | "refused" | "vetoed" | "expired" | "overtaken";

/** Somebody whose share the owner of this space keeps; without a state nobody asks. */
export interface Held {
  account: string;
  label: string;
  state?: RequestState;
  until?: number | null;
  ending?: Ending | null;
  approved: boolean;
}

/** How the request of this screen stands. */
export interface Standing {
  number: string;
  state: RequestState;
  until: number | null;
  ending: Ending | null;
  /** Null before anybody has said whose it is. */
  withCard: boolean | null;
  oneStructure: boolean;
  faces: { kind: "away" | "compare" | "approved" | "interrupted"; pictures: number[] | null }[];
}

/** A paper that a helper put in, and that waits. */
export interface Dropped {
  id: string;
  folder: number;
  title: string;
  media: string;
  length: number;
  helper: string;
  /** The paper that it is meant to take the place of. */
  before: string | null;
  at: number;
}

/** Bytes of the paper that is going in. */
export interface Progress {
  done: number;
  total: number;
}

/** Parts of the width and height of a photo. */
export type Corner = readonly [across: number, down: number];
/** Of a paper on its photo: clockwise from the upper left. */
export type Corners = readonly [Corner, Corner, Corner, Corner];

export type RefusalKind =
  | "wrongCode" | "wait" | "frozen" | "suspended" | "revoked" | "codePolicy" | "unreachable" | "otherCertificate"
  | "portalProblem" | "stick" | "stickDamaged" | "stickState" | "readOnly" | "paper" | "gone" | "full" | "locked"
  | "stopped" | "tooLarge" | "empty" | "notPicture" | "corners" | "pages" | "noBrowser" | "newer" | "noClipboard" | "totp" | "notSaved" | "beingDeleted" | "notExport" | "noDate" | "sheetDamaged" | "date"
  | "words" | "noSuchHelper" | "ownMandate" | "terms" | "helpersOld" | "mandateOver" | "helperStopped" | "journalConflict"
  | "journalAltered" | "noCard" | "cardUnknown" | "shareDamaged" | "nothingWaits" | "requestEnded" | "requestConflict" | "requestWaits"
  | "requestStep" | "holderStopped" | "notCard" | "noSuchRequest";

export interface Refusal {
  kind: RefusalKind;
  left?: number;
  seconds?: number;
  reason?: string;
}

export interface Bridge {
  start(): Promise<Start>;
  proposeCode(kind: CodeKind): Promise<{ digits?: string; pictures?: number[] }>;
  /** Refused with "codePolicy" where others would try this code first. */
  checkCode(code: Code): Promise<null>;
  firstOpen(code: Code): Promise<{ home: Home; card: string | null }>;
  open(code: Code): Promise<{ home: Home }>;
  confirmCard(typed: string): Promise<boolean>;
  list(folder: number): Promise<Paper[]>;
  bin(folder: number): Promise<Paper[]>;
  read(folder: number, id: string): Promise<ArrayBuffer>;
  /** `once` is a fresh name, and the same where this is put in again: it is then there once. */
  putPaper(once: string, folder: number, title: string, media: string, bytes: Uint8Array): Promise<Added>;
  /** A photo upright, then turned by quarters: a JPEG of its pixels alone. */
  scanPhoto(photo: Uint8Array, turns: number): Promise<ArrayBuffer>;
  /** What lies between the corners of such a JPEG, made a rectangle. Refused with "corners" where they go around nothing. */
  scanPage(photo: Uint8Array, corners: Corners): Promise<ArrayBuffer>;
  /** One PDF of these pages. */
  putScan(once: string, folder: number, title: string, pages: readonly Uint8Array[]): Promise<Paper>;
  /** Stops the paper that is going in or being read: it is then refused with "stopped". */
  stop(): Promise<void>;
  /** Whether the portal answers now. */
  answers(): Promise<boolean>;
  putNote(once: string, folder: number, title: string, text: string): Promise<Paper>;
  rewriteNote(folder: number, id: string, text: string): Promise<Paper>;
  rename(folder: number, id: string, title: string): Promise<void>;
  moveTo(folder: number, id: string, to: number): Promise<void>;
  remove(folder: number, id: string): Promise<void>;
  restore(folder: number, id: string): Promise<void>;
  services(): Promise<Service[]>;
  /** Names in code of the services that everyday words find, the nearest first. */
  searchServices(words: string): Promise<string[]>;
  /** Opens the site of a service in the computer's own browser. */
  openSite(service: string): Promise<void>;
  kinds(): Promise<Kind[]>;
  classify(folder: number, id: string, kind: number, expires: string | null): Promise<Paper>;
  /** Null where nobody has written down what the service asks for. */
  needed(service: string): Promise<Need | null>;
  searchPapers(words: string): Promise<Paper[]>;
  contacts(): Promise<Contact[]>;
  keepContact(key: string | null, once: string, contact: Record<"name" | "phone" | "mail" | "address" | "note", string>): Promise<Contact[]>;
  removeContact(key: string): Promise<Contact[]>;
  logins(): Promise<Login[]>;
  keepLogin(key: string | null, once: string, login: Record<"site" | "address" | "name", string>, secret: Record<"password" | "note" | "totp", Wish>): Promise<Login[]>;
  removeLogin(key: string): Promise<Login[]>;
  showLogin(key: string): Promise<{ password: string | null; note: string | null }>;
  loginCode(key: string): Promise<{ code: string; left: number }>;
  copyLogin(key: string, what: "name" | "password" | "code"): Promise<void>;
  /** How to reach the structure; null where it has said nothing. */
  structure(): Promise<{ name: string; phone: string; place: string | null; hours: string | null } | null>;
  /** Takes on a newer catalogue, where there is one. */
  readBoard(): Promise<void>;
  helpers(): Promise<{ now: number; helpers: Helper[] }>;
  findHelper(number: string): Promise<Helper>;
  ownHelper(): Promise<OwnHelper>;
  askToHelp(name: string): Promise<void>;
  /** Those that count first. */
  mandates(): Promise<Mandate[]>;
  entrust(code: Code, agreed: Agreed): Promise<Mandate[]>;
  stopMandate(id: string): Promise<Mandate[]>;
  /** Saves what proves a mandate; false where the person thought better of it. */
  saveMandate(id: string): Promise<boolean>;
  /** The newest first. */
  journal(): Promise<Done[]>;
  entrusted(): Promise<Entrusted[]>;
  openEntrusted(id: string, folder: number, posture: Posture): Promise<Paper[]>;
  readEntrusted(id: string, paper: string): Promise<ArrayBuffer>;
  /** Somebody helps beside the person, in this way; null: nobody does any more. What was before is written down. */
  beside(who: string, posture: Posture | null): Promise<{ who: string; posture: Posture } | null>;
  recovery(): Promise<Arranged>;
  /** These helpers, by their numbers, keep a share from now on, and nobody else. */
  arrangeRecovery(code: Code, helpers: readonly string[], label: string): Promise<Arranged>;
  /** The one of before opens nothing any more. */
  newCard(code: Code): Promise<string>;
  vetoRecovery(ceremony: string): Promise<Arranged>;
  held(): Promise<Held[]>;
  /** The request with this number is this person's. */
  pointHeld(of: string, number: string): Promise<Held[]>;
  /** Null while the other screen has not answered. */
  compareHeld(of: string): Promise<number[] | null>;
  approveHeld(of: string): Promise<Held[]>;
  refuseHeld(of: string): Promise<Held[]>;
  freezeHeld(of: string, freeze: boolean): Promise<void>;
  /** Refused with "notCard". */
  checkCard(card: string): Promise<null>;
  /** `afresh` where one that has ended is to begin anew. Answers with a home where only the end was missing. */
  beginRecovery(code: Code, card: string | null, afresh: boolean): Promise<{ standing: Standing } | { home: Home }>;
  /** Refused with "locked" where the code must be typed again first. */
  lookRecovery(): Promise<Standing>;
  differsRecovery(): Promise<void>;
  giveUpRecovery(): Promise<void>;
  finishRecovery(): Promise<{ home: Home }>;
  /** What helpers put in, and the person has not decided yet. */
  dropped(): Promise<Dropped[]>;
  readDropped(id: string): Promise<ArrayBuffer>;
  takeDropped(id: string): Promise<Paper>;
  refuseDropped(id: string): Promise<void>;
  /** True where a photo may tell where it was taken. */
  putEntrusted(mandate: string, once: string, folder: number, title: string, media: string, bytes: Uint8Array): Promise<boolean>;
  dates(): Promise<Dates>;
  follow(service: string, from: string | null): Promise<Dates>;
  unfollow(name: string): Promise<Dates>;
  addDate(once: string, title: string, day: string, minute: number | null): Promise<Dates>;
  dateDone(name: string, closes: string, done: boolean): Promise<Dates>;
  /** False where the person thought better of it. */
  saveDates(): Promise<boolean>;
  /** Papers and notes that went along, and those that the portal has lost; null where the person thought better of it. */
  exportAll(withLogins: boolean): Promise<{ count: number; missing: number } | null>;
  /** Papers and notes that came back; null where the person thought better of it. */
  importAll(): Promise<number | null>;
  deleteSpace(code: Code): Promise<Home>;
  keepSpace(): Promise<Home>;
  /** Whether a program of this computer speaks the language. */
  speaks(language: Language): Promise<boolean>;
  /** WAV, 16 bits, one channel. */
  say(text: string, language: Language): Promise<ArrayBuffer>;
  settings(): Promise<Record<string, string>>;
  /** Answers where it cannot be kept; the window shows it all the same. */
  keepSetting(name: string, value: string): Promise<void>;
  stickContents(): Promise<StickContents>;
  searchStick(words: string[]): Promise<{ searched: number; found: number; common: number }>;
  leave(): Promise<void>;
  setLanguage(language: Language): Promise<void>;
  /** Somebody is at the computer. Answers false where the space is shut already. */
  present(): Promise<boolean>;
  onLocked(then: (why: LockedWhy) => void): Promise<unknown>;
  /** Answers with the way to stop listening. */
  onProgress(then: (progress: Progress) => void): Promise<() => void>;
}

export const bridge: Bridge = {
  start: () => invoke("start"),
  proposeCode: (kind) => invoke("propose_code", { kind }),
  checkCode: (code) => invoke("check_code", { code }),
  firstOpen: (code) => invoke("first_open", { code }),
  open: (code) => invoke("open", { code }),
  confirmCard: (typed) => invoke("confirm_card", { typed }),
  list: (folder) => invoke("list", { folder }),
  bin: (folder) => invoke("bin", { folder }),
  read: (folder, id) => invoke("read", { folder, id }),
  putPaper: (once, folder, title, media, bytes) =>
    invoke("put_paper", bytes, {
      headers: { once, folder: String(folder), title: encodeURIComponent(title), media: encodeURIComponent(media) },
    }),
  scanPhoto: (photo, turns) => invoke("scan_photo", photo, { headers: { turns: String(turns) } }),
  scanPage: (photo, corners) => invoke("scan_page", photo, { headers: { corners: JSON.stringify(corners) } }),
  putScan: (once, folder, title, pages) =>
    invoke("put_scan", joined(pages), {
      headers: { once, folder: String(folder), title: encodeURIComponent(title), lengths: JSON.stringify(pages.map((page) => page.length)) },
    }),
  stop: () => invoke("stop"),
  answers: () => invoke("answers"),
  putNote: (once, folder, title, text) => invoke("put_note", { once, folder, title, text }),
  rewriteNote: (folder, id, text) => invoke("rewrite_note", { folder, id, text }),
  rename: (folder, id, title) => invoke("rename", { folder, id, title }),
  moveTo: (folder, id, to) => invoke("move_to", { folder, id, to }),
  remove: (folder, id) => invoke("remove", { folder, id }),
  restore: (folder, id) => invoke("restore", { folder, id }),
  services: () => invoke("services"),
  searchServices: (words) => invoke("search_services", { words }),
  openSite: (service) => invoke("open_site", { service }),
  kinds: () => invoke("kinds"),
  classify: (folder, id, kind, expires) => invoke("classify", { folder, id, kind, expires }),
  needed: (service) => invoke("needed", { service }),
  searchPapers: (words) => invoke("search_papers", { words }),
  contacts: () => invoke("contacts"),
  keepContact: (key, once, contact) => invoke("keep_contact", { key, once, ...contact }),
  removeContact: (key) => invoke("remove_contact", { key }),
  logins: () => invoke("logins"),
  keepLogin: (key, once, login, secret) => invoke("keep_login", { key, once, ...login, ...secret }),
  removeLogin: (key) => invoke("remove_login", { key }),
  showLogin: (key) => invoke("show_login", { key }),
  loginCode: (key) => invoke("login_code", { key }),
  copyLogin: (key, what) => invoke("copy_login", { key, what }),
  structure: () => invoke("structure"),
  readBoard: () => invoke("read_board"),
  helpers: () => invoke("helpers"),
  findHelper: (number) => invoke("find_helper", { number }),
  ownHelper: () => invoke("own_helper"),
  askToHelp: (name) => invoke("ask_to_help", { name }),
  mandates: () => invoke("mandates"),
  entrust: (code, agreed) => invoke("entrust", { code, agreed }),
  stopMandate: (id) => invoke("stop_mandate", { id }),
  saveMandate: (id) => invoke("save_mandate", { id }),
  journal: () => invoke("journal"),
  entrusted: () => invoke("entrusted"),
  openEntrusted: (id, folder, posture) => invoke("open_entrusted", { id, folder, posture }),
  readEntrusted: (id, paper) => invoke("read_entrusted", { id, paper }),
  beside: (who, posture) => invoke("beside", { who, posture }),
  recovery: () => invoke("recovery"),
  arrangeRecovery: (code, helpers, label) => invoke("arrange_recovery", { code, helpers, label }),
  newCard: (code) => invoke("new_card", { code }),
  vetoRecovery: (id) => invoke("veto_recovery", { id }),
  held: () => invoke("held"),
  pointHeld: (of, number) => invoke("point_held", { of, number }),
  compareHeld: (of) => invoke("compare_held", { of }),
  approveHeld: (of) => invoke("approve_held", { of }),
  refuseHeld: (of) => invoke("refuse_held", { of }),
  freezeHeld: (of, freeze) => invoke("freeze_held", { of, freeze }),
  checkCard: (card) => invoke("check_card", { card }),
  beginRecovery: (code, card, afresh) => invoke("begin_recovery", { code, card, afresh }),
  lookRecovery: () => invoke("look_recovery"),
  differsRecovery: () => invoke("differs_recovery"),
  giveUpRecovery: () => invoke("give_up_recovery"),
  finishRecovery: () => invoke("finish_recovery"),
  dropped: () => invoke("dropped"),
  readDropped: (id) => invoke("read_dropped", { id }),
  takeDropped: (id) => invoke("take_dropped", { id }),
  refuseDropped: (id) => invoke("refuse_dropped", { id }),
  putEntrusted: (mandate, once, folder, title, media, bytes) =>
    invoke("put_entrusted", bytes, {
      headers: { mandate, once, folder: String(folder), title: encodeURIComponent(title), media: encodeURIComponent(media) },
    }),
  dates: () => invoke("dates"),
  follow: (service, from) => invoke("follow", { service, from }),
  unfollow: (name) => invoke("unfollow", { name }),
  addDate: (once, title, day, minute) => invoke("add_date", { once, title, day, minute }),
  dateDone: (name, closes, done) => invoke("date_done", { name, closes, done }),
  saveDates: () => invoke("save_dates"),
  exportAll: (withLogins) => invoke("export_all", { withLogins }),
  importAll: () => invoke("import_all"),
  deleteSpace: (code) => invoke("delete_space", { code }),
  keepSpace: () => invoke("keep_space"),
  speaks: (language) => invoke("speaks", { language }),
  say: (text, language) => invoke("say", { text, language }),
  settings: () => invoke("settings"),
  keepSetting: (name, value) => invoke("keep_setting", { name, value }),
  stickContents: () => invoke("stick_contents"),
  searchStick: (words) => invoke("search_stick", { words }),
  leave: () => invoke("leave"),
  setLanguage: (language) => invoke("set_language", { language }),
  present: () => invoke("present"),
  onLocked: (then) => listen<{ why: LockedWhy }>("locked", (event) => then(event.payload.why)),
  onProgress: (then) => listen<Progress>("progress", (event) => then(event.payload)),
};

/** One after the other: what is sent in one piece has one body. */
function joined(pages: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pages.reduce((total, page) => total + page.length, 0));
  let place = 0;
  for (const page of pages) {
    all.set(page, place);
    place += page.length;
  }
  return all;
}

/** What the shell refused, whatever was thrown. */
export function refusal(thrown: unknown): Refusal | null {
  const known = typeof thrown === "object" && thrown !== null && "kind" in thrown;
  return known ? (thrown as Refusal) : null;
}
