// What the key holds, as a person reads it: what differs first, then what is its own, then what is on every key.

import type { StickFile, StickFileKind } from "./bridge";
import type { Key } from "./texts/keys";

/** What differs from the published list, in the order in which it is said. */
export const DIFFERENT = ["changed", "unlisted", "missing", "ownWrongSize"] as const satisfies readonly StickFileKind[];
export type Different = (typeof DIFFERENT)[number];

const ORDER: readonly StickFileKind[] = [...DIFFERENT, "own", "listed"];

/** What each of the four files of a key holds. They are the same size on every key. */
const OWN: Record<string, Key> = {
  "cle-a.bin": "stick-own-lock",
  "cle-b.bin": "stick-own-lock-twice",
  "repere-a.bin": "stick-own-mark",
  "repere-b.bin": "stick-own-mark-twice",
};

const WORDS: Record<StickFileKind, Key> = {
  own: "stick-row-own",
  ownWrongSize: "stick-row-size",
  listed: "stick-row-listed",
  changed: "stick-row-changed",
  unlisted: "stick-row-unlisted",
  missing: "stick-row-missing",
};

export function what(file: StickFile): Key {
  const last = file.name.slice(file.name.lastIndexOf("/") + 1);
  return file.what === "own" ? (OWN[last] ?? WORDS.own) : WORDS[file.what];
}

export function ordered(files: readonly StickFile[]): StickFile[] {
  return files.toSorted((one, other) => ORDER.indexOf(one.what) - ORDER.indexOf(other.what));
}

/** How many files differ, and how. Without a list nothing can be compared with it: only a wrong size counts. */
export function differences(files: readonly StickFile[], list: string | null): { kind: Different; count: number }[] {
  const kinds = list === null ? DIFFERENT.filter((kind) => kind === "ownWrongSize") : DIFFERENT;
  return kinds
    .map((kind) => ({ kind, count: files.filter((file) => file.what === kind).length }))
    .filter(({ count }) => count > 0);
}

/** Sixty-four signs in groups of four, to read aloud and to compare. */
export function groups(list: string): string[] {
  return list.match(/.{1,4}/g) ?? [];
}
