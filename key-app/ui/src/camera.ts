// The camera of this computer, for one screen: still pictures, never a sound, and off as soon as nobody looks.

/** What a screen needs of a camera. `browserCamera` is the only one; a scanner could be another. */
export interface Camera {
  /** Shows what it sees, until `gone`. Refused with NoCamera. `lost`: it was pulled out, or taken away. */
  open(video: HTMLVideoElement, gone: AbortSignal, lost: () => void): Promise<void>;
  /** A JPEG of what it sees now. */
  take(video: HTMLVideoElement): Promise<Uint8Array>;
}

/** There is none, or it cannot be used now. */
export class NoCamera extends Error {
  constructor(readonly why: "none" | "failed") {
    super(why);
  }
}

/** As many pixels as the camera has, up to those that a page keeps. */
const WANTED: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: { ideal: "environment" }, width: { ideal: 2560 }, height: { ideal: 1440 } },
};
const QUALITY = 0.95;
/** What a browser says where no camera fits; everything else is trouble with one that is there. */
const NONE = ["NotFoundError", "OverconstrainedError"];

export const browserCamera: Camera = {
  async open(video, gone, lost) {
    const stream = await seen();
    const off = () => {
      for (const track of stream.getTracks()) track.stop();
      video.srcObject = null;
    };
    if (gone.aborted) return off();
    gone.addEventListener("abort", off);
    for (const track of stream.getTracks()) track.addEventListener("ended", lost);
    video.srcObject = stream;
    try {
      await video.play();
    } catch {
      off();
      if (!gone.aborted) throw new NoCamera("failed");
    }
  },

  async take(video) {
    const canvas = document.createElement("canvas");
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    canvas.getContext("2d")?.drawImage(video, 0, 0);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
    // The picture does not wait in it for somebody to tidy up.
    canvas.width = canvas.height = 0;
    if (!blob) throw new NoCamera("failed");
    return new Uint8Array(await blob.arrayBuffer());
  },
};

async function seen(): Promise<MediaStream> {
  // A web view built without cameras has no such thing.
  if (!navigator.mediaDevices?.getUserMedia) throw new NoCamera("none");
  try {
    return await navigator.mediaDevices.getUserMedia(WANTED);
  } catch (thrown) {
    const name = thrown instanceof Error ? thrown.name : "";
    throw new NoCamera(NONE.includes(name) ? "none" : "failed");
  }
}
