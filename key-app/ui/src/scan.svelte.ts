// A paper that is being photographed: the pages it has, and the photos that wait to become one. The screens carry it
// from one to the next, and it goes when they do.

import { bridge, type Corner, type Corners, type Progress } from "./bridge";
import { numbered, titleOf } from "./names";
import type { Outgoing } from "./outgoing.svelte";
import { app, type Screen } from "./state.svelte";
import { explain, t } from "./texts.svelte";

/** As many as the core puts into one paper. */
export const MOST_PAGES = 30;
/** More bytes of a photo than this the core does not look at: they are not even read. */
const MOST_BYTES = 40 * 2 ** 20;

/** A photo, upright, before its corners are said. */
export interface Photo {
  /** As it came. */
  bytes: Uint8Array;
  /** By how many quarters somebody turned it. */
  turns: number;
  /** What is seen of it. */
  seen: Uint8Array;
}

export class Scan {
  pages = $state.raw<readonly Uint8Array[]>([]);
  title = $state("");
  /** Photos that were chosen and have not been looked at. */
  waiting = $state.raw<readonly File[]>([]);
  /** Those that became no page, and why. */
  refused = $state.raw<readonly { title: string; why: string }[]>([]);
  /** Bytes of the paper going in; null while none does. */
  bytes = $state<Progress | null>(null);

  constructor(readonly folder: number) {}

  get full(): boolean {
    return this.pages.length >= MOST_PAGES;
  }

  /** The photos that somebody chose, one after the other, behind those that wait already. */
  async choose(files: readonly File[], here: Screen): Promise<void> {
    this.refused = [];
    this.waiting = [...this.waiting, ...files];
    await this.next(here);
  }

  /** Goes on to the next photo, or to the pages where there is none. */
  async next(here: Screen): Promise<void> {
    while (this.waiting.length > 0 && !this.full) {
      const [file, ...rest] = this.waiting;
      this.waiting = rest;
      try {
        if (file!.size > MOST_BYTES) throw { kind: "tooLarge" };
        await this.look(new Uint8Array(await file!.arrayBuffer()), here);
        return;
      } catch (thrown) {
        this.refused = [...this.refused, { title: titleOf(file!.name, t("scan-photo")), why: explain(thrown) }];
      }
    }
    this.waiting = [];
    app.goFrom(here, this.pages.length > 0 ? { at: "scan-pages", scan: this } : { at: "scan", scan: this });
  }

  /** A new photo: where on it is the paper? */
  async look(bytes: Uint8Array, here: Screen): Promise<void> {
    const seen = await bridge.scanPhoto(bytes, 0);
    app.goFrom(here, { at: "scan-crop", scan: this, photo: { bytes, turns: 0, seen: new Uint8Array(seen) } });
  }

  add(page: Uint8Array): void {
    this.pages = [...this.pages, page];
  }

  remove(place: number): void {
    this.pages = this.pages.filter((_, index) => index !== place);
  }

  /** Answers with its new place. */
  move(place: number, by: number): number {
    const to = Math.min(this.pages.length - 1, Math.max(0, place + by));
    const rest = this.pages.filter((_, index) => index !== place);
    this.pages = [...rest.slice(0, to), this.pages[place]!, ...rest.slice(to)];
    return to;
  }

  /** All pages in one paper, under a name that is not taken. */
  async keep(outgoing: Outgoing): Promise<void> {
    const papers = await bridge.list(this.folder);
    const title = numbered(titleOf(this.title, t("paper-kind")), new Set(papers.map((paper) => paper.title)));
    this.bytes = { done: 0, total: 1 };
    const deaf = await bridge.onProgress((progress) => (this.bytes = progress)).catch(() => () => undefined);
    try {
      await outgoing.send(() => bridge.putScan(outgoing.once, this.folder, title, this.pages));
      app.count(this.folder, 1);
    } finally {
      deaf();
      this.bytes = null;
    }
  }

  stop(): void {
    bridge.stop().catch(() => undefined);
  }
}

/** The whole photo. */
export const WHOLE: Corners = [[0, 0], [1, 0], [1, 1], [0, 1]];

/** The same corners of a photo that turned a quarter to the right: the lower left is the upper left now. */
export function turned(corners: Corners): Corners {
  const turn = ([across, down]: Corner): Corner => [1 - down, across];
  const [a, b, c, d] = corners;
  return [turn(d), turn(a), turn(b), turn(c)];
}
