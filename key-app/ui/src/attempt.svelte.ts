// One thing after another that may be refused: while one is on its way no other begins, and why it was refused is
// said where it was asked.

import { explain } from "./texts.svelte";

export class Attempt {
  busy = $state(false);
  trouble = $state("");

  /** Does the work unless some is on its way. Whether it was done. */
  async run(work: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.trouble = "";
    try {
      await work();
      return true;
    } catch (thrown) {
      this.trouble = explain(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
