// The way back in, on both screens.

import type { Role } from "./help";

/** How the person can find the way back in. */
export interface Arranged {
  /** What holders call the person. */
  label: string;
  /** Since when they keep a share, Unix seconds. */
  since: number | null;
  holders: { name: string; role: Role }[];
  /** Somebody asks to open the space again, since then in Unix seconds. */
  asked: { ceremony: string; since: number } | null;
}

/** How far a request is, and why it ended. */
export type RequestState = "seeking" | "meeting" | "waiting" | "ready" | "done" | "ended";
export type Ending = "stopped" | "refused" | "vetoed" | "expired" | "overtaken";

/** Somebody whose share the owner of this space keeps; where its state is null nobody asks. */
export interface Held {
  account: string;
  label: string;
  /** What the holder calls them; null where they have given them no name. */
  byname: string | null;
  state: RequestState | null;
  approved: boolean;
}

/** How the request of this screen stands. */
export interface Standing {
  number: string;
  state: RequestState;
  until: number | null;
  ending: Ending | null;
  oneStructure: boolean;
  faces: { kind: "away" | "compare" | "approved" | "interrupted"; pictures: number[] | null }[];
}
