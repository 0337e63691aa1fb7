// The keys themselves, drawn by simple-keyboard. Read only when somebody opens the keyboard.
// A key is a button: pressed with a finger, a mouse or Enter. Tab comes to the keys once, arrows go among them.

import Keyboard from "simple-keyboard";
import type { Language } from "../languages";
import { pages } from "./letters";
import type { Script } from "./scripts";
import { erase, type, type Field } from "./type";

/** What is written on the keys that are no letter. */
export interface Names {
  space: string;
  shift: string;
  line: string;
  erase: string;
}

type Page = "default" | "shift" | "signs";

export class Keys {
  #keyboard: Keyboard;
  #page: Page = "default";

  constructor(place: HTMLDivElement, field: Field, script: Script, language: Language, names: Names) {
    this.#keyboard = new Keyboard(place, {
      layout: pages(script, language),
      display: { "{space}": names.space, "{shift}": names.shift, "{line}": names.line, "{bksp}": names.erase, "{page}": "123" },
      excludeFromLayout: field instanceof HTMLInputElement ? { default: ["{line}"], shift: ["{line}"], signs: ["{line}"] } : {},
      theme: "keys",
      useButtonTag: true,
      // Pressed by a click, so that Enter and a switch press a key as well.
      useMouseEvents: true,
      // The caret stays where it is.
      preventMouseDownDefault: true,
      disableButtonHold: true,
      onRender: () => this.#drawn(place),
      onKeyPress: (key) => this.#press(field, key),
    });
    place.addEventListener("keydown", (event) => arrows(place, event));
  }

  end(): void {
    this.#keyboard.destroy();
  }

  #press(field: Field, key: string): void {
    if (key === "{bksp}") erase(field);
    else if (key === "{space}") type(field, " ");
    else if (key === "{line}") type(field, "\n");
    else if (key === "{shift}") this.#show(this.#page === "shift" ? "default" : "shift");
    else if (key === "{page}") this.#show(this.#page === "signs" ? "default" : "signs");
    else {
      type(field, key);
      if (this.#page === "shift") this.#show("default");
    }
    // What it remembers of its own is not used, and must not stay.
    this.#keyboard.clearInput();
  }

  #show(page: Page): void {
    const focused = document.activeElement?.getAttribute("data-skbtn");
    this.#page = page;
    this.#keyboard.setOptions({ layoutName: page, display: { ...this.#keyboard.options.display, "{page}": page === "signs" ? "ABC" : "123" } });
    if (focused) this.#keyboard.keyboardDOM.querySelector<HTMLElement>(`[data-skbtn="${CSS.escape(focused)}"]`)?.focus();
  }

  /** A key sends no form. One key can be reached with Tab, and one that stays down says so. */
  #drawn(place: HTMLElement): void {
    buttons(place).forEach((button, index) => {
      button.type = "button";
      button.tabIndex = index === 0 ? 0 : -1;
      if (button.dataset["skbtn"] === "{shift}") button.ariaPressed = String(this.#page === "shift");
    });
  }
}

function buttons(place: HTMLElement): HTMLButtonElement[] {
  return [...place.querySelectorAll("button")];
}

function arrows(place: HTMLElement, event: KeyboardEvent): void {
  const keys = buttons(place);
  const here = keys.findIndex((key) => key === document.activeElement);
  if (here < 0) return;
  const next = { ArrowLeft: here - 1, ArrowRight: here + 1, ArrowUp: above(keys, here, -1), ArrowDown: above(keys, here, 1) }[event.key];
  const to = keys[next ?? -1];
  if (!to) return;
  event.preventDefault();
  keys[here]!.tabIndex = -1;
  to.tabIndex = 0;
  to.focus();
}

/** The nearest key in the row above or below, as the eye sees rows. */
function above(keys: HTMLButtonElement[], here: number, way: 1 | -1): number {
  const places = keys.map((key) => key.getBoundingClientRect());
  const mine = places[here]!;
  const beyond = places.filter(({ top }) => (way > 0 ? top > mine.top + 1 : top < mine.top - 1)).map(({ top }) => top);
  const row = way > 0 ? Math.min(...beyond) : Math.max(...beyond);
  const far = (place: DOMRect) => (Math.abs(place.top - row) > 1 ? Infinity : Math.abs(place.left + place.width / 2 - mine.left - mine.width / 2));
  const nearest = Math.min(...places.map(far));
  return Number.isFinite(nearest) ? places.findIndex((place) => far(place) === nearest) : -1;
}
