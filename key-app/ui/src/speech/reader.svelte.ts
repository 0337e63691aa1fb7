// Reads a screen aloud when the person asks, and is silent at once when they do not want it any more.

import type { Language } from "../languages";
import { language, t } from "../texts.svelte";
import { heard } from "./heard";
import { voiceFor, type Voice } from "./voice";

class Reader {
  speaking = $state(false);
  /** Why nothing is heard. */
  trouble = $state<"none" | "failed" | null>(null);
  #run = new AbortController();

  toggle(): void {
    if (this.speaking) this.stop();
    else void this.#read(document.querySelector("dialog[open]") ?? document.querySelector("main")!);
  }

  /** Reads the screen because the person always wants it read. Where nothing can be heard, it is not said each time. */
  async begin(): Promise<void> {
    const run = new AbortController();
    this.#run = run;
    this.speaking = true;
    await this.#speak(document.querySelector("main")!, run.signal).catch(() => undefined);
    if (!run.signal.aborted) this.speaking = false;
  }

  stop(): void {
    this.#run.abort();
    this.speaking = false;
  }

  async #read(root: Element): Promise<void> {
    const run = new AbortController();
    this.#run = run;
    this.speaking = true;
    const trouble = await this.#speak(root, run.signal).catch(() => "failed" as const);
    if (run.signal.aborted) return;
    this.speaking = false;
    this.trouble = trouble;
  }

  async #speak(root: Element, stop: AbortSignal): Promise<"none" | null> {
    const voices = new Map<Language, Voice | null>([[language.now, await voiceFor(language.now)]]);
    if (!voices.get(language.now)) return "none";
    for (const { text, language: own } of heard(root, language.now, t("listen-secret"))) {
      if (!voices.has(own)) voices.set(own, await voiceFor(own));
      if (stop.aborted) return null;
      await voices.get(own)?.say(text, stop);
    }
    return null;
  }
}

export const reader = new Reader();

/** Esc, or a window that nobody sees any more: silence. Answers with the way to stop listening. */
export function silence(): () => void {
  const gone = new AbortController();
  const { signal } = gone;
  window.addEventListener("keydown", (event) => event.key === "Escape" && reader.stop(), { capture: true, signal });
  window.addEventListener("pagehide", () => reader.stop(), { signal });
  document.addEventListener("visibilitychange", () => document.hidden && reader.stop(), { signal });
  return () => gone.abort();
}
