// Names of papers: what stood on the computer, made short and plain, and never twice in a folder.

import { withoutUnseen } from "./script";

/** Signs as a person counts them. */
const LONGEST = 120;
/** Code points that the core keeps: one sign can be made of many. */
const MOST_POINTS = 200;

const signs = typeof Intl.Segmenter === "function" ? new Intl.Segmenter(undefined, { granularity: "grapheme" }) : null;

/** What stood before the last dot, without what no screen can show; `other` where nothing is left. */
export function titleOf(name: string, other: string): string {
  return cut(withoutUnseen(name.normalize("NFC").replace(/\.[A-Za-z0-9]{1,5}$/, "")) || other, 0);
}

/** The same name, with a number where it is taken: "Facture (2)". */
export function numbered(title: string, taken: ReadonlySet<string>): string {
  if (!taken.has(title)) return title;
  for (let number = 2; ; number += 1) {
    const end = ` (${number})`;
    const next = cut(title, end.length) + end;
    if (!taken.has(next)) return next;
  }
}

function cut(title: string, spare: number): string {
  const parts = signs ? Array.from(signs.segment(title), (part) => part.segment) : [...title];
  let points = 0;
  const short = parts.slice(0, LONGEST - spare).filter((part) => (points += [...part].length) <= MOST_POINTS - spare);
  return short.join("").trim();
}
