// How the window looks and sounds: what the person chose follows them in their space, and nothing stays here.

import { bridge } from "./bridge";
import { languages, type Language } from "./languages";
import { language } from "./texts.svelte";

/** What can be chosen, and the values of each. The first is what a new space has. */
export const looks = {
  size: ["100", "125", "150", "200"],
  colours: ["computer", "light", "dark", "contrast"],
  letters: ["usual", "dyslexic"],
  lines: ["usual", "wide"],
  movement: ["computer", "none"],
  reading: ["asked", "always"],
  keyboard: ["asked", "always"],
} as const;

export type LookName = keyof typeof looks;

const LANGUAGE = "language";

class Look {
  now = $state<Record<LookName, string>>(usual());
  /** What was chosen before the space opened: it counts, and is kept there. */
  #before = new Map<string, string>();

  /** Chooses, shows, and keeps where a space is open. Refused where it could not be kept. */
  async choose(name: LookName, value: string, open: boolean): Promise<void> {
    this.#show(name, value);
    if (open) await bridge.keepSetting(name, value);
    else this.#before.set(name, value);
  }

  /** The same of the language, which the window speaks already. */
  async speak(next: Language, open: boolean): Promise<void> {
    if (open) await bridge.keepSetting(LANGUAGE, next);
    else this.#before.set(LANGUAGE, next);
  }

  /** Takes on what the space holds. Where it cannot be read, the window stays as it is. */
  async follow(): Promise<void> {
    const chosen = new Map(this.#before);
    this.#before.clear();
    const kept = await bridge.settings().catch(() => null);
    if (kept === null) return;
    for (const [name, value] of Object.entries(kept)) if (isLook(name) && !chosen.has(name)) this.#show(name, value);
    const spoken = languages.find((each) => each === kept[LANGUAGE]);
    if (spoken && !chosen.has(LANGUAGE) && spoken !== language.now) await this.#take(spoken);
    for (const [name, value] of chosen) if (kept[name] !== value) await bridge.keepSetting(name, value).catch(() => undefined);
  }

  /** As it was before anybody came. */
  forget(): void {
    this.#before.clear();
    for (const name of Object.keys(looks) as LookName[]) this.#show(name, looks[name][0]);
  }

  async #take(next: Language): Promise<void> {
    await language.use(next);
    await bridge.setLanguage(next).catch(() => undefined);
  }

  #show(name: LookName, value: string): void {
    const values: readonly string[] = looks[name];
    // A later version may know more: what this one does not know, it leaves.
    if (!values.includes(value)) return;
    this.now[name] = value;
    const root = document.documentElement;
    if (name === "colours") toggle(root, "theme", value, "computer");
    else toggle(root, name, value, looks[name][0]);
  }
}

export const look = new Look();

function toggle(root: HTMLElement, name: string, value: string, none: string): void {
  if (value === none) delete root.dataset[name];
  else root.dataset[name] = value;
}

function usual(): Record<LookName, string> {
  return Object.fromEntries(Object.entries(looks).map(([name, [first]]) => [name, first])) as Record<LookName, string>;
}

function isLook(name: string): name is LookName {
  return name in looks;
}
