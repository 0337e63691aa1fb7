// The first screens: the stick, the code, and home.

import type { Language } from "../languages";

/** `second`: prepared to be added beside another one, and nothing alone. */
export type StickState = "new" | "ready" | "second" | "missing" | "damaged";
/** What a stick was prepared for. */
export type PreparedFor = "account" | "recovery";
export type CodeKind = "digits" | "pictures";
export type Code = { kind: "digits"; digits: string } | { kind: "pictures"; pictures: number[] };
/** What shows that the person is there: the code, or the security key's PIN; null where the system asks for it. */
export type Proof = Code | { kind: "pin"; pin: string | null };
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
  | "recoveryUnderWay" | "memoryNotLocked" | "wasIdle" | "saidDead";

/** The structure closes: what it says, and the last whole day, YYYY-MM-DD. */
export interface Closing {
  name: string;
  lastDay: string;
  message: string;
}

export interface Home {
  notices: { kind: NoticeKind; count?: number }[];
  folders: { folder: number; papers: number }[];
  used: number;
  quota: number;
  /** The last day on which a deletion that runs can be taken back, YYYY-MM-DD. */
  deleting: string | null;
  /** Whether a security key opened it, and no stick. */
  bySecurityKey: boolean;
  /** Whether the notebook of loans was begun here. */
  notebook: boolean;
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
  /** Who signed that list; a program of development knows no key to check it with. */
  signature: "good" | "development" | "wrong" | "unchecked";
}

/** One stick or security key that opens the space. */
export interface StickOf {
  id: string;
  /** Whether it is the one in use. */
  own: boolean;
  securityKey: boolean;
  /** When it was added, Unix seconds. */
  since: number | null;
}

/** A version of the programs that this stick does not have. */
export interface Newer {
  version: string;
  /** Bytes to fetch. */
  bytes: number;
}
