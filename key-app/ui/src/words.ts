// Words as they are compared: small letters without accents. The core compares names the same way.

export function plainWords(text: string): string[] {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("œ", "oe");
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

/** Whether every word that was typed begins a word of the text. */
export function holds(text: string, typed: readonly string[]): boolean {
  const words = plainWords(text);
  return typed.length > 0 && typed.every((each) => words.some((word) => word.startsWith(each)));
}
