// Writing directions: what the person wrote stays apart from the sentence around it, whatever its script.

/** First strong isolate, and its end. */
const APART = "\u2068";
const TOGETHER = "\u2069";

export function apart(words: string): string {
  return `${APART}${words}${TOGETHER}`;
}

/** Signs that nobody sees, and that could turn a name around. */
export function withoutUnseen(words: string): string {
  return words.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, " ").trim();
}
