// Practice sticks that a mediator makes anew: what is plugged in, and who each can be.

import type { LineState } from "./fleet";
import type { Refusal } from "./refusal";

/** How a stick is, to whoever practises, or why nothing is written on it. */
export type PracticeState = "practice" | "real" | "empty" | "other" | "damaged" | "working" | "ready" | "failed"
  | Extract<LineState, "notRemovable" | "readOnly">;

export interface PracticeStick {
  /** Its number in this run. */
  id: number;
  /** How the computer calls it. */
  name: string;
  state: PracticeState;
  /** Whether it can be made anew. */
  may: boolean;
  /** The name of who it is now. */
  who: string | null;
  /** Why it was not made anew. */
  trouble: Refusal | null;
}

export interface Practice {
  /** Who a stick can be: nobody who exists. */
  people: { id: string; name: string }[];
  /** The code of each practice stick. */
  code: string;
  /** Vouchers that are left; null before their folder or a practice stick said whose they are. */
  left: number | null;
  sticks: PracticeStick[];
}
