// How long a paper may take to be shown.

const PATIENCE_MS = 15_000;

/** It took too long, or nobody looks any more: no more work on it. */
export class Late extends Error {}

/** Waits for work, but not for ever, and not when nobody looks any more. */
export async function within<T>(work: Promise<T>, gone: AbortSignal): Promise<T> {
  let timer = 0;
  let left = () => {};
  const ended = new Promise<never>((_, fail) => {
    timer = window.setTimeout(() => fail(new Late()), PATIENCE_MS);
    left = () => fail(new Late());
    gone.addEventListener("abort", left);
  });
  try {
    return await Promise.race([work, ended]);
  } finally {
    window.clearTimeout(timer);
    gone.removeEventListener("abort", left);
  }
}
