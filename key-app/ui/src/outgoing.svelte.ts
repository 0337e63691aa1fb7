// What a person did goes out. Where the portal does not answer, it waits on its screen and goes by itself as soon as
// the portal does. It ends with its screen: nothing goes out after the person has left.

import { onDestroy } from "svelte";
import { bridge, refusal } from "./bridge";
import { app } from "./state.svelte";
import { t } from "./texts.svelte";

/** Between two questions whether the portal answers: twice as long each time. */
const FIRST_MS = 1000;
const LONGEST_MS = 30_000;

export class Outgoing {
  /** Of the one new thing that a form makes: kept again under it, it is there once. */
  readonly once = fresh();
  #ended = new AbortController();
  readonly #told: (words: string) => void;

  /** `told` hears what to show: that it waits, or nothing any more. */
  constructor(told: (words: string) => void) {
    this.#told = told;
    onDestroy(() => this.#ended.abort());
  }

  /** Does it, or does it later. Whatever else is refused, is refused. */
  async send<T>(ask: () => Promise<T>): Promise<T> {
    const { signal } = this.#ended;
    const pauses = growing();
    for (;;) {
      this.#told("");
      try {
        return await ask();
      } catch (thrown) {
        if (refusal(thrown)?.kind !== "unreachable") throw thrown;
        signal.throwIfAborted();
      }
      this.#told(t("not-sent-yet"));
      await waited(pauses, signal);
    }
  }

  /** Waits no longer for what waits. */
  stop(): void {
    this.#ended.abort({ kind: "stopped" });
    this.#ended = new AbortController();
  }
}

/** A name that nothing has yet. */
export function fresh(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Waits until the portal answers. Leaving meanwhile asks. */
async function waited(pauses: Generator<number, never>, ended: AbortSignal): Promise<void> {
  app.waiting += 1;
  try {
    do await slept(pauses.next().value, ended);
    while (!(await bridge.answers()));
    ended.throwIfAborted();
  } finally {
    app.waiting -= 1;
  }
}

function* growing(): Generator<number, never> {
  for (let pause = FIRST_MS; ; pause = Math.min(2 * pause, LONGEST_MS)) yield pause;
}

function slept(milliseconds: number, ended: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(ended.reason);
    };
    const timer = setTimeout(() => {
      ended.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    if (ended.aborted) stop();
    else ended.addEventListener("abort", stop, { once: true });
  });
}
