// Tells the shell, at most every 20 seconds, that somebody is at the computer. Without it, 5 idle minutes lock.

import { bridge } from "./bridge";

const EVERY_MS = 20_000;
const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel"] as const;

/** Answers with the way to stop. `shut` is called where the space turns out to be closed. */
export function watchPresence(isOpen: () => boolean, shut: () => void): () => void {
  let last = 0;
  const sign = () => {
    if (!isOpen() || performance.now() - last < EVERY_MS) return;
    last = performance.now();
    bridge.present().then((open) => { if (!open && isOpen()) shut(); }, () => undefined);
  };
  SIGNS.forEach((name) => window.addEventListener(name, sign, { passive: true }));
  return () => SIGNS.forEach((name) => window.removeEventListener(name, sign));
}
