// Helpers, mandates, the journal and what helpers put in.

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
  /** The number of their structure, where it is another one. */
  structure: string | null;
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
  /** Whether it is the access of whoever is in charge of a measure, and no mandate. */
  access: boolean;
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
  /** Whose it is. */
  account: string;
  /** What the helper calls them; null where they have given them no name. */
  byname: string | null;
  person: string;
  folders: number[];
  rights: Rights;
  until: number;
  over: boolean;
  /** Whether the structure says that the person has died. */
  died: boolean;
  /** Whether it is the access of whoever is in charge of a measure. */
  access: boolean;
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
