// Papers, what kinds of them there are, and how they go in.

import type { IconName } from "../icons/drawings";

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

/** Bytes of the paper that is going in. */
export interface Progress {
  done: number;
  total: number;
}

/** Parts of the width and height of a photo. */
export type Corner = readonly [across: number, down: number];
/** Of a paper on its photo: clockwise from the upper left. */
export type Corners = readonly [Corner, Corner, Corner, Corner];
