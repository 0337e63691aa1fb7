// What a hard French word of a site means, in the language of the window. French itself comes with what a service asks for.

import { language } from "./texts.svelte";
import type { Language } from "./languages";

type Meanings = Record<string, string>;

const files = import.meta.glob<Meanings>("./texts/hard-words/*.json", { import: "default" });

let read = $state.raw<{ of: Language; meanings: Meanings } | null>(null);

export const hardWords = {
  /** Reads the language of now. Where it cannot be read, the words stay explained in French. */
  async follow(): Promise<void> {
    const of = language.now;
    const meanings = await files[`./texts/hard-words/${of}.json`]?.().catch(() => null);
    read = meanings ? { of, meanings } : null;
  },
  /** Null where only the French is there. */
  means(id: string): string | null {
    return read?.of === language.now ? (read.meanings[id] ?? null) : null;
  },
};
