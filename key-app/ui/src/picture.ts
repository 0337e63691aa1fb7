// Pictures: their size is read from their first bytes, before anything is decoded. A worker decodes them, no larger
// than a screen can use. SVG is never shown: it is a page, not a picture.

import { within } from "./patience";
import type { Shown } from "./show";

export interface Kind {
  media: string;
  width: number;
  height: number;
}

const LONGEST_SIDE = 2048;
/** The largest cameras of telephones make 108 million. Four bytes each must fit in an old computer's memory. */
const MOST_PIXELS = 110_000_000;
/** Above this a picture is made smaller while it is decoded, and a strip of paper cannot be. */
const LARGE_PIXELS = 24_000_000;
const MOST_TIMES_LONGER = 8;

export function kindOfPicture(bytes: ArrayBuffer): Kind | null {
  const view = new DataView(bytes);
  try {
    return png(view) ?? jpeg(view) ?? gif(view) ?? webp(view) ?? bmp(view);
  } catch {
    // The bytes end before their own size is said.
    return null;
  }
}

export async function openPicture(bytes: ArrayBuffer, kind: Kind, gone: AbortSignal): Promise<Shown> {
  const bitmap = await decode(new Blob([bytes], { type: kind.media }), smaller(kind), gone);
  return {
    pages: 1,
    async draw(_page, _width, canvas) {
      const shrink = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
      canvas.width = Math.max(1, Math.round(bitmap.width * shrink));
      canvas.height = Math.max(1, Math.round(bitmap.height * shrink));
      canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
      return "";
    },
  };
}

/** One side only: the other follows, whichever way up the picture is. */
function smaller({ width, height }: Kind): ImageBitmapOptions {
  const pixels = width * height;
  if (!(pixels > 0) || pixels > MOST_PIXELS) throw new Error("too many pixels");
  if (pixels <= LARGE_PIXELS) return {};
  if (Math.max(width, height) > MOST_TIMES_LONGER * Math.min(width, height)) throw new Error("too long");
  const wanted = { resizeQuality: "medium" } as const;
  return width > height ? { ...wanted, resizeWidth: LONGEST_SIDE } : { ...wanted, resizeHeight: LONGEST_SIDE };
}

async function decode(blob: Blob, options: ImageBitmapOptions, gone: AbortSignal): Promise<ImageBitmap> {
  const thread = new Worker(new URL("./picture.worker.ts", import.meta.url), { type: "module" });
  const decoded = new Promise<ImageBitmap>((done, fail) => {
    thread.onmessage = ({ data }: MessageEvent<ImageBitmap | null>) => (data ? done(data) : fail(new Error("refused")));
    thread.onerror = () => fail(new Error("no worker"));
  });
  thread.postMessage({ blob, options });
  try {
    const bitmap = await within(decoded, gone);
    gone.addEventListener("abort", () => bitmap.close());
    return bitmap;
  } finally {
    thread.terminate();
  }
}

function png(view: DataView): Kind | null {
  if (view.getUint32(0) !== 0x89504e47) return null;
  return { media: "image/png", width: view.getUint32(16), height: view.getUint32(20) };
}

function gif(view: DataView): Kind | null {
  if (view.getUint32(0) !== 0x47494638) return null;
  return { media: "image/gif", width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

function bmp(view: DataView): Kind | null {
  if (view.getUint16(0) !== 0x424d) return null;
  return { media: "image/bmp", width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
}

function webp(view: DataView): Kind | null {
  if (view.getUint32(0) !== 0x52494646 || view.getUint32(8) !== 0x57454250) return null;
  const media = "image/webp";
  const three = (place: number) => view.getUint16(place, true) + (view.getUint8(place + 2) << 16);
  switch (view.getUint32(12)) {
    case 0x56503858: // VP8X
      return { media, width: three(24) + 1, height: three(27) + 1 };
    case 0x5650384c: { // VP8L
      const sizes = view.getUint32(21, true);
      return { media, width: (sizes & 0x3fff) + 1, height: ((sizes >> 14) & 0x3fff) + 1 };
    }
    default: // VP8
      return { media, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
}

/** Goes from mark to mark up to the one that says the size. */
function jpeg(view: DataView): Kind | null {
  if (view.getUint16(0) !== 0xffd8) return null;
  let place = 2;
  for (;;) {
    if (view.getUint8(place) !== 0xff) return null;
    const mark = view.getUint8(place + 1);
    const isSize = mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark);
    if (isSize) return { media: "image/jpeg", height: view.getUint16(place + 5), width: view.getUint16(place + 7) };
    // A filled byte stands alone; every other mark says its own length.
    place += mark === 0xff ? 1 : 2 + view.getUint16(place + 2);
  }
}
