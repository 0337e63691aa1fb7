// Esc three times within a second and a half: the quick way out, from anywhere.

const TIMES = 3;
const WITHIN_MS = 1500;

/** Calls `leave` at the third press; answers with the way to stop listening. */
export function quickExit(leave: () => void): () => void {
  let presses: number[] = [];
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.repeat) return;
    const now = event.timeStamp;
    presses = [...presses.filter((then) => now - then < WITHIN_MS), now];
    if (presses.length >= TIMES) leave();
  };
  window.addEventListener("keydown", press, { capture: true });
  return () => window.removeEventListener("keydown", press, { capture: true });
}
