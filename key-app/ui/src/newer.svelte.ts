// A newer version of the program that the portal has for the stick in use: looked for once an opening, and on its way
// whatever screen the person looks at meanwhile.

import { Attempt } from "./attempt.svelte";
import { bridge, type Newer } from "./bridge";

class NewerVersion {
  is = $state.raw<Newer | null>(null);
  /** It is on the stick, and starts the next time. */
  done = $state(false);
  attempt = $state.raw(new Attempt());
  #looked = false;

  look(): void {
    if (this.#looked) return;
    this.#looked = true;
    void this.#ask();
  }

  /** Whether it was put on the stick. */
  async take(): Promise<boolean> {
    const { attempt } = this;
    const taken = await attempt.run(() => bridge.takeVersion());
    // The space was shut meanwhile: another one may be open.
    if (attempt !== this.attempt) return false;
    this.done = taken;
    if (taken) this.is = null;
    // It may have been taken away, or another one put there.
    else await this.#ask();
    return taken;
  }

  forget(): void {
    this.is = null;
    this.done = false;
    this.attempt = new Attempt();
    this.#looked = false;
  }

  /** Where the portal does not answer, nothing new is known: the stick works as it is. */
  async #ask(): Promise<void> {
    const { attempt } = this;
    const found = await bridge.newerVersion().catch(() => this.is);
    if (attempt === this.attempt) this.is = found;
  }
}

export const newer = new NewerVersion();
