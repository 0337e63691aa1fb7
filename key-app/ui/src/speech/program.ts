// A program of this computer that speaks, where its pages have no voice. The sound is made here and stays here.

import { bridge } from "../bridge";
import type { Language } from "../languages";
import type { Voice } from "./voice";

/** A WAV of 16 bits and one channel: what stands before its samples. */
const HEADER = 44;
const RATE_AT = 24;
const FULL = 32_768;

export async function programVoice(language: Language): Promise<Voice | null> {
  const there = await bridge.speaks(language).catch(() => false);
  return there ? { say: (text, stop) => say(text, language, stop) } : null;
}

async function say(text: string, language: Language, stop: AbortSignal): Promise<void> {
  const sound = await bridge.say(text, language);
  if (stop.aborted) return;
  const speaker = new AudioContext();
  try {
    await played(speaker, sound, stop);
  } finally {
    void speaker.close();
  }
}

function played(speaker: AudioContext, sound: ArrayBuffer, stop: AbortSignal): Promise<void> {
  const rate = new DataView(sound).getUint32(RATE_AT, true);
  const samples = new Int16Array(sound.slice(HEADER, sound.byteLength - (sound.byteLength % 2)));
  const buffer = speaker.createBuffer(1, samples.length, rate);
  buffer.copyToChannel(Float32Array.from(samples, (sample) => sample / FULL), 0);
  const source = speaker.createBufferSource();
  source.buffer = buffer;
  source.connect(speaker.destination);
  return new Promise((done) => {
    source.onended = () => done();
    stop.addEventListener("abort", () => {
      source.stop();
      done();
    }, { once: true });
    source.start();
  });
}
