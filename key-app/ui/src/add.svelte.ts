// Papers go in one after the other. Stop ends the one going in and the rest; what is in stays in.

import { bridge, refusal, type Added, type Paper, type Progress } from "./bridge";
import { numbered, titleOf } from "./names";
import { fresh, Outgoing } from "./outgoing.svelte";
import { size } from "./size";
import { app } from "./state.svelte";
import { explain, t } from "./texts.svelte";

/** Refused for one paper, refused for all that follow. */
const ENDS_ALL = ["full", "readOnly", "locked", "stick", "revoked", "frozen", "suspended"];

export class AddQueue {
  total = $state(0);
  now = $state(0);
  running = $state(false);
  /** Bytes of the paper going in. */
  bytes = $state<Progress>({ done: 0, total: 1 });
  /** How many went in; null before the first time. */
  done = $state<number | null>(null);
  refused = $state<{ title: string; why: string }[]>([]);
  /** Titles of pictures that may tell where they were taken. */
  placed = $state<string[]>([]);
  /** Left out, because somebody pressed stop or nothing more can go in. */
  rest = $state(0);
  /** That the network is away, while it is. */
  waiting = $state("");
  #waiting: File[] = [];
  readonly #outgoing = new Outgoing((words) => (this.waiting = words));
  #stopped = false;
  #left = false;
  readonly #taken: () => Iterable<string>;
  readonly #added: (paper: Paper) => void;

  constructor(taken: () => Iterable<string>, added: (paper: Paper) => void) {
    this.#taken = taken;
    this.#added = added;
  }

  /** More papers may come while some are going in: they wait behind them. */
  async add(folder: number, files: File[]): Promise<void> {
    if (files.length === 0 || this.#left) return;
    this.#waiting.push(...files);
    this.total = this.running ? this.total + files.length : files.length;
    if (this.running) return;
    Object.assign(this, { running: true, now: 0, done: null, refused: [], placed: [], rest: 0 });
    this.#stopped = false;
    app.unsent = true;
    app.say(t("adding", { now: 1, total: this.total }));
    const deaf = await bridge.onProgress((progress) => (this.bytes = progress)).catch(() => () => undefined);
    const added = await this.#all(folder);
    deaf();
    this.#end(added);
  }

  /** What has not gone in yet stays out. */
  stop(): void {
    if (!this.running) return;
    this.#stopped = true;
    this.#outgoing.stop();
    bridge.stop().catch(() => undefined);
  }

  /** The person went elsewhere: nothing more is said or counted as unsent. */
  leave(): void {
    this.stop();
    this.#left = true;
  }

  async #all(folder: number): Promise<number> {
    let added = 0;
    for (let file = this.#waiting.shift(); file && !this.#stopped; file = this.#waiting.shift()) {
      this.now += 1;
      this.bytes = { done: 0, total: Math.max(1, file.size) };
      const title = numbered(titleOf(file.name, t("paper-kind")), new Set(this.#taken()));
      const once = fresh();
      try {
        const paper = await this.#outgoing.send(() => this.#one(once, folder, title, file));
        added += 1;
        if (paper.mayTellPlace) this.placed.push(paper.title);
        app.count(folder, 1);
        this.#added(paper);
      } catch (thrown) {
        const kind = refusal(thrown)?.kind ?? "";
        if (kind === "stopped") this.rest += 1;
        else this.refused.push({ title, why: this.#why(kind, thrown) });
        if (kind === "stopped" || ENDS_ALL.includes(kind)) break;
      }
    }
    return added;
  }

  /** Nothing is read of a paper that cannot go in. */
  async #one(once: string, folder: number, title: string, file: File): Promise<Added> {
    if (file.size === 0) throw { kind: "empty" };
    if (file.size > app.largest) throw { kind: "tooLarge" };
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (this.#stopped) throw { kind: "stopped" };
    return bridge.putPaper(once, folder, title, file.type || "application/octet-stream", bytes);
  }

  #why(kind: string, thrown: unknown): string {
    const why = explain(thrown);
    return kind === "tooLarge" ? `${why} ${t("refused-largest", { most: size(app.largest) })}` : why;
  }

  #end(added: number): void {
    this.rest += this.total - this.now;
    this.#waiting = [];
    this.waiting = "";
    this.running = false;
    this.done = added;
    if (this.#left) return;
    app.unsent = false;
    app.say(t("added", { count: added }));
  }
}
