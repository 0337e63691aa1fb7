// Shows a PDF page or a picture on a canvas: nothing is written anywhere, no script of a paper runs.

import type { PDFDocumentProxy } from "pdfjs-dist";

const PATIENCE_MS = 15_000;
const LONGEST_SIDE = 4096;

export interface Pdf {
  pages: number;
  /** Draws one page as wide as asked, and answers with its text for the screen reader. */
  draw(page: number, width: number, canvas: HTMLCanvasElement): Promise<string>;
  close(): void;
}

export async function openPdf(bytes: ArrayBuffer): Promise<Pdf> {
  const [pdfjs, worker] = await Promise.all([
    import("pdfjs-dist/legacy/build/pdf.mjs"),
    import("pdfjs-dist/legacy/build/pdf.worker.min.mjs?url"),
  ]);
  pdfjs.GlobalWorkerOptions.workerSrc = worker.default;
  const loading = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: true,
    useWasm: false,
    stopAtErrors: false,
    maxImageSize: LONGEST_SIDE * LONGEST_SIDE,
    verbosity: 0,
  });
  try {
    return asPdf(await within(loading.promise), () => void loading.destroy());
  } catch (refused) {
    void loading.destroy();
    throw refused;
  }
}

/** A picture turned the right way up and made no larger than a screen can use. */
export async function drawPicture(bytes: ArrayBuffer, media: string, canvas: HTMLCanvasElement): Promise<void> {
  const picture = await createImageBitmap(new Blob([bytes], { type: media }));
  const shrink = Math.min(1, LONGEST_SIDE / 2 / Math.max(picture.width, picture.height));
  canvas.width = Math.max(1, Math.round(picture.width * shrink));
  canvas.height = Math.max(1, Math.round(picture.height * shrink));
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
}

function asPdf(file: PDFDocumentProxy, close: () => void): Pdf {
  return {
    pages: file.numPages,
    close,
    async draw(number, width, canvas) {
      const page = await within(file.getPage(number));
      const natural = page.getViewport({ scale: 1 });
      const wanted = width / natural.width;
      const most = LONGEST_SIDE / Math.max(natural.width, natural.height);
      const viewport = page.getViewport({ scale: Math.min(wanted, most) });
      canvas.width = Math.max(1, Math.floor(viewport.width));
      canvas.height = Math.max(1, Math.floor(viewport.height));
      const drawing = page.render({ canvas, viewport });
      await within(drawing.promise, () => drawing.cancel());
      const words = await within(page.getTextContent());
      return words.items.map((item) => ("str" in item ? item.str : "")).join(" ").slice(0, 20_000);
    },
  };
}

async function within<T>(work: Promise<T>, stop?: () => void): Promise<T> {
  let timer = 0;
  const late = new Promise<never>((_, fail) => {
    timer = window.setTimeout(() => { stop?.(); fail(new Error("late")); }, PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    window.clearTimeout(timer);
  }
}
