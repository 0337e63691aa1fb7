// What the screens of a recovery share.

import type { Held, RequestState } from "./bridge";

/** The card and one of them, or both without the card. */
export const MOST_HOLDERS = 2;

const FIRST_MS = 1_000;
const LONGEST_MS = 10_000;
const GROWTH = 1.4;

/** Asks again and again, in growing pauses, as long as the answer is true. Answers with the way to stop. */
export function again(ask: () => Promise<boolean>): () => void {
  let stopped = false;
  let timer = 0;
  let pause = FIRST_MS;
  const next = async () => {
    if (!(await ask()) || stopped) return;
    timer = window.setTimeout(next, pause);
    pause = Math.min(pause * GROWTH, LONGEST_MS);
  };
  void next();
  return () => {
    stopped = true;
    window.clearTimeout(timer);
  };
}

const OPEN: readonly (RequestState | null)[] = ["meeting", "waiting", "ready"];

/** Whether somebody asks, and it has not ended. */
export function asks(held: Held): boolean {
  return OPEN.includes(held.state);
}
