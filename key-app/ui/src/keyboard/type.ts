// Puts what a key says into a field, where its caret is, as if it had been typed.

export type Field = HTMLInputElement | HTMLTextAreaElement;

const signs = typeof Intl.Segmenter === "function" ? new Intl.Segmenter(undefined, { granularity: "grapheme" }) : null;

export function type(field: Field, text: string): void {
  const [start, end] = selection(field);
  const room = field.maxLength < 0 ? Infinity : field.maxLength - field.value.length + (end - start);
  if (text.length > room) return;
  field.setRangeText(text, start, end, "end");
  told(field);
}

/** Takes away what is selected, or the sign before the caret: a letter goes with its marks. */
export function erase(field: Field): void {
  const [start, end] = selection(field);
  const before = field.value.slice(0, start);
  const last = signs ? [...signs.segment(before)].at(-1)?.segment : [...before].at(-1);
  field.setRangeText("", start === end ? start - (last?.length ?? 0) : start, end, "end");
  told(field);
}

function selection(field: Field): [number, number] {
  return [field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length];
}

function told(field: Field): void {
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
