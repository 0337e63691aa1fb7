// Shows a paper on a canvas: nothing is written anywhere, no script of a paper runs, no page of it is opened.
// What a paper is, its first bytes say; its name and its sender may say anything.

import { kindOfPicture, openPicture } from "./picture";

export interface Shown {
  pages: number;
  /** Draws one page as wide as asked, and answers with its text for the screen reader. */
  draw(page: number, width: number, canvas: HTMLCanvasElement): Promise<string>;
}

/** `gone` ends all work on the paper, at once and wherever it stands. */
export async function openPaper(bytes: ArrayBuffer, gone: AbortSignal): Promise<Shown> {
  if (isPdf(bytes)) {
    const { openPdf } = await import("./pdf");
    return openPdf(bytes, gone);
  }
  const kind = kindOfPicture(bytes);
  if (!kind) throw new Error("no kind that can be shown");
  return openPicture(bytes, kind, gone);
}

/** Readers forgive up to a thousand bytes before the mark; so does this one. */
function isPdf(bytes: ArrayBuffer): boolean {
  const start = new Uint8Array(bytes, 0, Math.min(1024, bytes.byteLength));
  return new TextDecoder("latin1").decode(start).includes("%PDF-");
}
