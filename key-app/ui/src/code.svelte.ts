// A code being typed: digits or pictures, both kept while the person goes from one to the other.

import { tick } from "svelte";
import type { Code, CodeKind } from "./bridge";

export const DIGITS = 6;
export const PICTURES = 5;

export class Typed {
  kind = $state<CodeKind>("digits");
  digits = $state("");
  pictures = $state<number[]>([]);

  get complete(): boolean {
    return this.kind === "digits" ? this.digits.length === DIGITS : this.pictures.length === PICTURES;
  }

  get code(): Code {
    return this.kind === "digits"
      ? { kind: "digits", digits: this.digits }
      : { kind: "pictures", pictures: [...this.pictures] };
  }

  /** Digits typed or pasted, with or without spaces. */
  write(text: string): void {
    this.digits = text.replace(/\D/g, "").slice(0, DIGITS);
  }

  digit(next: number): void {
    this.write(`${this.digits}${next}`);
  }

  picture(next: number): void {
    if (this.pictures.length < PICTURES) this.pictures.push(next);
  }

  erase(): void {
    if (this.kind === "digits") this.digits = this.digits.slice(0, -1);
    else this.pictures.pop();
  }

  clear(): void {
    this.digits = "";
    this.pictures = [];
  }

  same(other: { digits?: string; pictures?: number[] }): boolean {
    return this.kind === "digits" ? this.digits === other.digits : this.pictures.join() === other.pictures?.join();
  }
}

/** The real keyboard works, Enter too, from anywhere on the screen, but never twice in a field, nor behind a question. */
export function fromKeyboard(event: KeyboardEvent, typed: Typed, form?: HTMLFormElement): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof HTMLInputElement && event.target.type !== "radio") return;
  if (document.querySelector("dialog[open]")) return;
  // A button or link does what it does, and a field of the form sends it by itself.
  const own = event.target instanceof Element && event.target.closest("button, a, input") !== null;
  if (event.key === "Enter" && !own) form?.requestSubmit();
  else if (event.key === "Backspace") typed.erase();
  else if (typed.kind === "digits" && /^\d$/.test(event.key)) typed.digit(Number(event.key));
}

/** After an answer the next digit can be typed at once; with pictures, the title is read again. */
export function focusCode(): void {
  void tick().then(() => (document.getElementById("code") ?? document.querySelector("h1"))?.focus());
}
