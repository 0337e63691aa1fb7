// Kinds of official paper, and how the last day of a paper stands.

import { bridge, type Kind, type Paper } from "./bridge";
import { agenda } from "./dates.svelte";
import type { IconName } from "./icons/drawings";
import { t } from "./texts.svelte";

class Kinds {
  all = $state.raw<Kind[]>([]);

  async read(): Promise<void> {
    if (this.all.length === 0) this.all = await bridge.kinds();
  }

  of(paper: Paper): Kind | undefined {
    return this.all.find(({ code }) => code === paper.kind);
  }
}

export const kinds = new Kinds();

/** Days before its last day from which a paper ends soon: as the core counts. */
const SOON_DAYS = 60;
const DAY_MS = 86_400_000;

/** How a paper with a last day stands; null where there is nothing to say. */
export function ending(paper: Paper): { words: string; tag: "soon" | "late"; icon: IconName } | null {
  if (paper.expires === null) return null;
  const today = agenda.now?.today ?? new Date().toISOString().slice(0, 10);
  const days = Math.round((Date.parse(paper.expires) - Date.parse(today)) / DAY_MS);
  if (days < 0) return { words: t("paper-expired"), tag: "late", icon: "x-b" };
  return days <= SOON_DAYS ? { words: t("paper-ends-soon"), tag: "soon", icon: "clock-countdown-b" } : null;
}
