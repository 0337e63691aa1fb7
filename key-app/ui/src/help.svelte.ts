// What the window knows of helping while a space is open: whether the person is a helper themselves, how they help now,
// and whether names are hidden.

import { bridge, refusal, type OwnHelper, type Posture } from "./bridge";
import { t } from "./texts.svelte";

class Help {
  own = $state.raw<OwnHelper | null>(null);
  posture = $state<Posture>("accompany");
  /** Who is beside the person at this moment. */
  beside = $state<{ who: string; posture: Posture } | null>(null);
  /** Somebody may look over the shoulder: helpers have no name. */
  hidden = $state(false);

  async read(): Promise<OwnHelper> {
    const own = await bridge.ownHelper();
    this.own = own;
    return own;
  }

  name(helper: string | null): string {
    return helper === null || this.hidden ? t("journal-somebody") : helper;
  }

  /** Asks under a mandate. Where an earlier answer was lost, the shell first hears where the journal stands. */
  async under<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (thrown) {
      if (refusal(thrown)?.kind !== "journalConflict") throw thrown;
      await bridge.entrusted();
      return ask();
    }
  }

  /** Nobody's any more. */
  forget(): void {
    this.own = null;
    this.beside = null;
    this.hidden = false;
    this.posture = "accompany";
  }
}

export const help = new Help();
