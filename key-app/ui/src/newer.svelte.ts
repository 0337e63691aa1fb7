// A newer version of the program that the portal has for the stick in use. It is looked for once an opening.

import { bridge, type Newer } from "./bridge";

class NewerVersion {
  is = $state.raw<Newer | null>(null);
  #looked = false;

  /** Where the portal does not answer, nothing is said: the stick works as it is. */
  look(): void {
    if (this.#looked) return;
    this.#looked = true;
    bridge.newerVersion().then((found) => (this.is = found), () => undefined);
  }

  /** It is on the stick. */
  taken(): void {
    this.is = null;
  }

  forget(): void {
    this.is = null;
    this.#looked = false;
  }
}

export const newer = new NewerVersion();
