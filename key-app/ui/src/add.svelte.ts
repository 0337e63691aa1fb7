// Papers go in one after the other. Cancel stops before the next one; what is in stays in.

import { bridge, refusal, type Paper } from "./bridge";
import { withoutUnseen } from "./script";
import { app } from "./state.svelte";
import { explain, t } from "./texts.svelte";

const LONGEST_TITLE = 120;

export class AddQueue {
  total = $state(0);
  now = $state(0);
  running = $state(false);
  done = $state<number | null>(null);
  refused = $state<{ title: string; why: string }[]>([]);
  #stopped = false;
  readonly #added: (paper: Paper) => void;

  constructor(added: (paper: Paper) => void) {
    this.#added = added;
  }

  async add(folder: number, files: File[]): Promise<void> {
    if (this.running || files.length === 0) return;
    Object.assign(this, { running: true, total: files.length, now: 0, done: null, refused: [] });
    this.#stopped = false;
    app.unsent = true;
    let added = 0;
    for (const file of files) {
      if (this.#stopped) break;
      this.now += 1;
      const title = titleOf(file.name);
      try {
        const bytes = new Uint8Array(await file.arrayBuffer());
        const paper = await bridge.putPaper(folder, title, mediaOf(file), bytes);
        added += 1;
        app.count(folder, 1);
        this.#added(paper);
      } catch (thrown) {
        this.refused.push({ title, why: explain(thrown) });
        if (["full", "readOnly", "locked"].includes(refusal(thrown)?.kind ?? "")) break;
      }
    }
    this.running = false;
    this.done = added;
    app.unsent = false;
    app.say(t("added", { count: added }));
  }

  stop(): void {
    this.#stopped = true;
  }
}

/** The name of a paper: what stood before the last dot, without what no screen can show. */
function titleOf(name: string): string {
  const clean = withoutUnseen(name.replace(/\.[A-Za-z0-9]{1,5}$/, ""));
  return [...(clean || t("paper-kind"))].slice(0, LONGEST_TITLE).join("");
}

function mediaOf(file: File): string {
  return file.type || "application/octet-stream";
}
