// PDF, page by page. A worker of its own takes the paper apart: what hangs there is ended, and the window goes on.

import { getDocument, PDFWorker, type PDFDocumentProxy, type RenderTask } from "pdfjs-dist/legacy/build/pdf.mjs";
import workerAddress from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";
import { Late, within } from "./patience";
import type { Shown } from "./show";

const LONGEST_SIDE = 4096;
/** A sheet of A4 scanned at 600 points an inch is 35 million. Larger pictures are left out of the page. */
const MOST_PIXELS = 40_000_000;
const MOST_TEXT = 20_000;
/** Pages that are searched: a paper without end must not hold up the others. */
const MOST_PAGES = 200;
/** Time to give its letters back; then the worker is ended, whatever it does. */
const FAREWELL_MS = 500;

export async function openPdf(bytes: ArrayBuffer, gone: AbortSignal): Promise<Shown> {
  const { file, end } = await load(bytes, gone);
  return asShown(file, gone, end);
}

/** Every word of a paper, to search in; nothing is drawn. */
export async function textOfPdf(bytes: ArrayBuffer, gone: AbortSignal): Promise<string> {
  const { file, end } = await load(bytes, gone);
  try {
    return await within(allWords(file), gone);
  } finally {
    end();
  }
}

async function allWords(file: PDFDocumentProxy): Promise<string> {
  const pages = [];
  for (let number = 1; number <= Math.min(file.numPages, MOST_PAGES); number += 1) {
    const page = await file.getPage(number);
    const words = await page.getTextContent();
    pages.push(words.items.map((item) => ("str" in item ? item.str : "")).join(" "));
    page.cleanup();
  }
  return pages.join(" ");
}

async function load(bytes: ArrayBuffer, gone: AbortSignal): Promise<{ file: PDFDocumentProxy; end: () => void }> {
  const thread = new Worker(workerAddress, { type: "module" });
  const broken = new Promise<never>((_, fail) => (thread.onerror = () => fail(new Error("no worker"))));
  const loading = getDocument({
    data: new Uint8Array(bytes),
    worker: PDFWorker.create({ port: thread, verbosity: 0 }),
    cMapUrl: beside("cmaps"),
    standardFontDataUrl: beside("standard_fonts"),
    wasmUrl: beside("wasm"),
    // The policy of the window lets nothing be compiled, neither from text nor from bytes.
    isEvalSupported: false,
    useWasm: false,
    // The page fetches for the worker: fetch does not know the address of a Tauri window.
    useWorkerFetch: false,
    // The same letters on every computer.
    useSystemFonts: false,
    enableXfa: false,
    isImageDecoderSupported: false,
    maxImageSize: MOST_PIXELS,
    verbosity: 0,
  });
  const end = () => {
    void loading.destroy();
    window.setTimeout(() => thread.terminate(), FAREWELL_MS);
  };
  gone.addEventListener("abort", end);
  try {
    return { file: await within(Promise.race([loading.promise, broken]), gone), end };
  } catch (refused) {
    end();
    throw refused;
  }
}

function asShown(file: PDFDocumentProxy, gone: AbortSignal, end: () => void): Shown {
  let drawing: RenderTask | null = null;
  let latest = 0;
  async function draw(number: number, width: number, canvas: HTMLCanvasElement): Promise<string> {
    const mine = (latest += 1);
    drawing?.cancel();
    const page = await within(file.getPage(number), gone);
    // Somebody turned the page meanwhile: one canvas takes one drawing.
    if (mine !== latest) throw new Error("turned");
    const natural = page.getViewport({ scale: 1 });
    const most = LONGEST_SIDE / Math.max(natural.width, natural.height);
    const viewport = page.getViewport({ scale: Math.min(width / natural.width, most) });
    canvas.width = Math.max(1, Math.floor(viewport.width));
    canvas.height = Math.max(1, Math.floor(viewport.height));
    drawing = page.render({ canvas, viewport });
    await within(drawing.promise, gone);
    const words = await within(page.getTextContent(), gone);
    page.cleanup();
    return words.items.map((item) => ("str" in item ? item.str : "")).join(" ").slice(0, MOST_TEXT);
  }
  return {
    pages: file.numPages,
    draw: (number, width, canvas) =>
      draw(number, width, canvas).catch((refused: unknown) => {
        if (refused instanceof Late) {
          drawing?.cancel();
          end();
        }
        throw refused;
      }),
  };
}

/** Letters and character maps lie in the window itself, beside its page: see vite.config.ts. */
function beside(folder: string): string {
  return new URL(`pdf/${folder}/`, document.baseURI).href;
}
