// Services, what they ask for, and dates.

import type { IconName } from "../icons/drawings";
import type { Paper } from "./papers";

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
