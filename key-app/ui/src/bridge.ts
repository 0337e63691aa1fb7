// Everything that crosses between the window and the shell: one function per command, and two events.
// No key and no path ever does; what does is in bridge/, by subject. What is refused arrives as a Refusal, of which
// texts.svelte.ts makes words.

import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Fleet, Offer } from "./bridge/fleet";
import type { Practice } from "./bridge/practice";
import type { Agreed, Done, Dropped, Entrusted, Helper, Mandate, OwnHelper, Posture } from "./bridge/help";
import type { Closing, Code, CodeKind, Home, LockedWhy, Newer, PreparedFor, Proof, Start, StickContents, StickOf } from "./bridge/opening";
import type { Added, Corners, Kind, Paper, Progress } from "./bridge/papers";
import type { Contact, Lent, Loan, Login, Wish } from "./bridge/private";
import type { Arranged, Held, Standing } from "./bridge/recovery";
import type { Dates, Need, Service } from "./bridge/steps";
import type { Language } from "./languages";

export * from "./bridge/fleet";
export * from "./bridge/practice";
export * from "./bridge/help";
export * from "./bridge/opening";
export * from "./bridge/papers";
export * from "./bridge/private";
export * from "./bridge/recovery";
export * from "./bridge/refusal";
export * from "./bridge/steps";

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
  /** The notebook of what a structure lends: it lies in the open space alone. */
  loans(): Promise<Loan[]>;
  /** `seen`: the name that is shown beside this number now, null for a new one. Another name is not written over. */
  keepLoan(kind: Lent, number: number, name: string, note: string, seen: string | null): Promise<Loan[]>;
  removeLoan(key: string): Promise<Loan[]>;
  /** False where the person thinks better of it. */
  exportLoans(): Promise<boolean>;
  logins(): Promise<Login[]>;
  keepLogin(key: string | null, once: string, login: Record<"site" | "address" | "name", string>, secret: Record<"password" | "note" | "totp", Wish>): Promise<Login[]>;
  removeLogin(key: string): Promise<Login[]>;
  showLogin(key: string): Promise<{ password: string | null; note: string | null }>;
  loginCode(key: string): Promise<{ code: string; left: number }>;
  copyLogin(key: string, what: "name" | "password" | "code"): Promise<void>;
  /** How to reach the structure; null where it has said nothing. */
  structure(): Promise<{ name: string; phone: string; place: string | null; hours: string | null } | null>;
  /** Takes on a newer catalogue, where there is one; what the structure says where it closes. */
  readBoard(): Promise<Closing | null>;
  helpers(): Promise<{ now: number; helpers: Helper[] }>;
  /** Somebody of another structure, by the number on their screen and the one on that structure's paper. */
  findElsewhere(number: string, structure: string): Promise<{ now: number; helper: Helper }>;
  findHelper(number: string): Promise<{ now: number; helper: Helper }>;
  ownHelper(): Promise<OwnHelper>;
  askToHelp(name: string): Promise<void>;
  /** Those that count first. */
  mandates(): Promise<Mandate[]>;
  entrust(code: Proof, agreed: Agreed): Promise<Mandate[]>;
  stopMandate(id: string): Promise<Mandate[]>;
  /** Saves what proves a mandate; false where the person thought better of it. */
  saveMandate(id: string): Promise<boolean>;
  /** The newest first. */
  journal(): Promise<Done[]>;
  entrusted(): Promise<Entrusted[]>;
  openEntrusted(id: string, folder: number, posture: Posture): Promise<Paper[]>;
  readEntrusted(id: string, paper: string): Promise<ArrayBuffer>;
  /** What the helper calls somebody from now on; nothing where it is empty. */
  callPerson(of: string, byname: string): Promise<void>;
  /** Somebody helps beside the person, in this way; null: nobody does any more. What was before is written down. */
  beside(who: string, posture: Posture | null): Promise<{ who: string; posture: Posture } | null>;
  recovery(): Promise<Arranged>;
  /** These helpers, by their numbers, keep a share from now on, and nobody else. */
  arrangeRecovery(code: Proof, helpers: readonly Pick<Helper, "number" | "structure">[], label: string): Promise<Arranged>;
  /** The one of before opens nothing any more. */
  newCard(code: Proof): Promise<string>;
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
  takeDropped(id: string): Promise<void>;
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
  deleteSpace(code: Proof): Promise<Home>;
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
  /** The one in use first. */
  sticks(): Promise<StickOf[]>;
  /** Blocks another stick of this space, or lets it go again. */
  freezeStick(id: string, freeze: boolean): Promise<void>;
  /** Takes another stick out for good. */
  revokeStick(code: Proof, id: string): Promise<StickOf[]>;
  /** Gives the stick in use fresh secrets under the same code, and opens the space with it again. */
  renewStick(code: Code): Promise<Home>;
  /** How many sticks to add are plugged in beside this one, and what one was prepared for that is none of them. */
  preparedSticks(): Promise<{ found: number; other: PreparedFor | null }>;
  /** The one prepared stick beside this one opens the space from now on: with the same code, or with its own where a
      security key opened the space. */
  addStick(code: Proof, own: Code | null): Promise<StickOf[]>;
  /** Looks at the security key that is plugged in; refused where none does. */
  lookSecurityKey(): Promise<{ asksPin: boolean }>;
  /** The PIN is null where the system or the device asks for it. */
  openWithSecurityKey(pin: string | null): Promise<{ home: Home }>;
  /** The security key opens the space from now on, too. It is touched twice. */
  addSecurityKey(code: Code, pin: string | null): Promise<StickOf[]>;
  /** Null where the person thought better of it. */
  chooseVouchers(): Promise<Offer | null>;
  choosePrograms(): Promise<Offer | null>;
  /** Whatever is plugged in is written from now on; `whole`: each stick is filled once. */
  beginFleet(first: number, count: number, whole: boolean): Promise<Fleet>;
  /** Null where no sticks are being prepared. */
  fleet(): Promise<Fleet | null>;
  /** What lies on this stick goes: somebody said so twice. */
  eraseStick(id: number): Promise<void>;
  /** The stick with this number was lost before it was ready. */
  giveUpNumber(number: number): Promise<Fleet>;
  stopFleet(): Promise<void>;
  /** Labels or cards for the numbers; false where the person thought better of it. */
  saveSheet(cards: boolean, name: string, phone: string): Promise<boolean>;
  /** Null where the person thought better of it. */
  choosePractice(): Promise<Practice | null>;
  /** Null where no practice vouchers were chosen. */
  practice(): Promise<Practice | null>;
  /** A version that the portal has and this stick has not; null where there is none. */
  newerVersion(): Promise<Newer | null>;
  /** Puts it on the stick. It counts from the next start. */
  takeVersion(): Promise<void>;
  /** How far it is; null where none is on its way. */
  versionProgress(): Promise<{ done: number; of: number } | null>;
  /** One practice stick becomes as on the first day, and this invented person. */
  resetPractice(id: number, who: string): Promise<Practice>;
  /** Blocks every stick of the space that a card belongs to, or lets them go again. */
  freezeByCard(card: string, freeze: boolean): Promise<void>;
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
  loans: () => invoke("loans"),
  keepLoan: (kind, number, name, note, seen) => invoke("keep_loan", { kind, number, name, note, seen }),
  removeLoan: (key) => invoke("remove_loan", { key }),
  exportLoans: () => invoke("export_loans"),
  logins: () => invoke("logins"),
  keepLogin: (key, once, login, secret) => invoke("keep_login", { key, once, ...login, ...secret }),
  removeLogin: (key) => invoke("remove_login", { key }),
  showLogin: (key) => invoke("show_login", { key }),
  loginCode: (key) => invoke("login_code", { key }),
  copyLogin: (key, what) => invoke("copy_login", { key, what }),
  structure: () => invoke("structure"),
  readBoard: () => invoke("read_board"),
  helpers: () => invoke("helpers"),
  findElsewhere: (number, structure) => invoke("find_elsewhere", { number, structure }),
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
  callPerson: (of, byname) => invoke("call_person", { of, byname }),
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
  sticks: () => invoke("sticks"),
  freezeStick: (id, freeze) => invoke("freeze_stick", { id, freeze }),
  revokeStick: (code, id) => invoke("revoke_stick", { code, id }),
  renewStick: (code) => invoke("renew_stick", { code }),
  preparedSticks: () => invoke("prepared_sticks"),
  addStick: (code, own) => invoke("add_stick", { code, own }),
  lookSecurityKey: () => invoke("look_security_key"),
  openWithSecurityKey: (pin) => invoke("open_with_security_key", { pin }),
  addSecurityKey: (code, pin) => invoke("add_security_key", { code, pin }),
  chooseVouchers: () => invoke("choose_vouchers"),
  choosePrograms: () => invoke("choose_programs"),
  beginFleet: (first, count, whole) => invoke("begin_fleet", { first, count, whole }),
  fleet: () => invoke("fleet"),
  eraseStick: (id) => invoke("erase_stick", { id }),
  giveUpNumber: (number) => invoke("give_up_number", { number }),
  stopFleet: () => invoke("stop_fleet"),
  choosePractice: () => invoke("choose_practice"),
  practice: () => invoke("practice"),
  newerVersion: () => invoke("newer_version"),
  takeVersion: () => invoke("take_version"),
  versionProgress: () => invoke("version_progress"),
  resetPractice: (id, who) => invoke("reset_practice", { id, who }),
  saveSheet: (cards, name, phone) => invoke("save_sheet", { cards, name, phone }),
  freezeByCard: (card, freeze) => invoke("freeze_by_card", { card, freeze }),
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
