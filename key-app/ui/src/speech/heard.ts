// What a screen says when it is read aloud: what a screen reader would find there, in its order, nothing else.
// Codes and the card are not said: others in the room would hear them.

import { languages, type Language } from "../languages";

export interface Piece {
  text: string;
  language: Language;
}

const NEVER_SAID = "[aria-hidden=true], [aria-live], [data-unsaid], canvas, progress, svg";
/** Elements whose name stands before what they hold. Anywhere else a name stands in its place. */
const HOLDS_MORE = "fieldset, nav, section, form, ul, ol, [role=group]";
/** A voice takes a breath here, and can be stopped. */
const SENTENCE = /[^.?!…؟]+[.?!…؟]*/g;

/** `secret` is said in place of what nobody else may hear. */
export function heard(root: Element, now: Language, secret: string): Piece[] {
  const pieces: Piece[] = [];
  let text = "";
  let language = now;

  const end = () => {
    for (const sentence of text.replace(/[\u2066-\u2069\s]+/g, " ").match(SENTENCE) ?? []) {
      const said = sentence.trim();
      // A title is often the name of what stands under it as well: once is enough.
      if (/[\p{L}\p{N}]/u.test(said) && said !== pieces.at(-1)?.text) pieces.push({ text: said, language });
    }
    text = "";
  };
  const add = (words: string, from: Element) => {
    const lang = languageAt(from, now);
    if (lang !== language) end();
    language = lang;
    text += words;
  };
  const walk = (element: Element) => {
    if (element.matches(NEVER_SAID) || !element.checkVisibility({ visibilityProperty: true })) return;
    const apart = !getComputedStyle(element).display.startsWith("inline") || element.matches("button, br, label");
    if (apart) end();
    const label = element.getAttribute("aria-label");
    if (label) add(`${label}. `, element);
    if (element.matches("[data-secret]")) add(element.matches("input") ? "" : secret, element);
    else if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) add(valueOf(element), element);
    else if (!label || element.matches(HOLDS_MORE)) {
      for (const node of element.childNodes) {
        if (node instanceof Element) walk(node);
        else if (node instanceof Text) add(node.data, element);
      }
    }
    if (apart) end();
  };
  walk(root);
  end();
  return pieces;
}

function valueOf(field: HTMLInputElement | HTMLTextAreaElement): string {
  return field instanceof HTMLTextAreaElement || field.type === "text" ? field.value : "";
}

function languageAt(element: Element, now: Language): Language {
  const lang = element.closest("[lang]")?.getAttribute("lang");
  return languages.find((each) => each === lang) ?? now;
}
