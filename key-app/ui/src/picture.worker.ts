// Decodes one picture away from the window, which stays awake whatever the picture is.

self.onmessage = async ({ data }: MessageEvent<{ blob: Blob; options: ImageBitmapOptions }>) => {
  try {
    const bitmap = await createImageBitmap(data.blob, data.options);
    self.postMessage(bitmap, { transfer: [bitmap] });
  } catch {
    self.postMessage(null);
  }
};
