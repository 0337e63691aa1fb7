// After a lock the page is loaded anew: whatever it held in memory goes with it. Its address then says why
// it is shut and in which language, and nothing else.

import type { LockedWhy } from "./bridge";
import { languages, type Language } from "./languages";

const SHUT_BY_ITSELF = ["removed", "idle"] as const;
/** Long enough for the locked screen to stand there first. */
const SEEN_MS = 50;

/** A timer, because a window that nobody sees paints no frame. */
export function loadAnew(why: LockedWhy, language: Language): void {
  window.setTimeout(() => location.replace(`index.html?locked=${why}&language=${language}`), SEEN_MS);
}

/** Why the page was loaded anew; null where it was not. */
export function lockedBefore(): { why: LockedWhy; language: Language | null } | null {
  const asked = new URLSearchParams(location.search);
  const why = SHUT_BY_ITSELF.find((each) => each === asked.get("locked"));
  const language = languages.find((each) => each === asked.get("language")) ?? null;
  return why ? { why, language } : null;
}
