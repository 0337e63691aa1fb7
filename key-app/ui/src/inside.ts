// What papers say, searched on this computer alone: one paper at a time, until somebody stops it.

import { bridge, type Paper } from "./bridge";
import { Late } from "./patience";
import { themes } from "./themes";
import { holds } from "./words";

export interface Inside {
  done: number;
  total: number;
  found: Paper[];
  /** Papers that could not be read, or took too long. */
  unread: number;
}

/** Says after each paper how far it is. Pictures hold no words, and are left out. */
export async function searchInside(typed: readonly string[], gone: AbortSignal, told: (so: Inside) => void): Promise<void> {
  const lists = await Promise.all(themes.map(({ folder }) => bridge.list(folder)));
  const papers = lists.flat().filter((paper) => paper.note || /pdf|^text\//.test(paper.media)).toSorted((a, b) => b.created - a.created);
  const so: Inside = { done: 0, total: papers.length, found: [], unread: 0 };
  told({ ...so });
  for (const paper of papers) {
    if (gone.aborted) return;
    try {
      if (holds(await textOf(paper, gone), typed)) so.found = [...so.found, paper];
    } catch (thrown) {
      if (thrown instanceof Late && gone.aborted) return;
      so.unread += 1;
    }
    so.done += 1;
    told({ ...so });
  }
}

async function textOf(paper: Paper, gone: AbortSignal): Promise<string> {
  const bytes = await bridge.read(paper.folder, paper.id);
  if (paper.note || paper.media.startsWith("text/")) return new TextDecoder().decode(bytes);
  const { textOfPdf } = await import("./pdf");
  return textOfPdf(bytes, gone);
}
