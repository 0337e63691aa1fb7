// The voices that the computer gives to its web pages. Only those that speak on the computer itself: of the others,
// what a person keeps would be sent to somebody.

import type { Language } from "../languages";
import type { Voice } from "./voice";

/** Some computers tell their voices a little after they are asked. */
const PATIENCE_MS = 1500;
/** A little slower than usual. */
const RATE = 0.9;

export async function ownVoices(language: Language): Promise<Voice | null> {
  if (!("speechSynthesis" in window)) return null;
  const told = await voices(window.speechSynthesis);
  const mine = told.filter((voice) => voice.localService === true && voice.lang.split(/[-_]/)[0]?.toLowerCase() === language);
  const best = mine.find((voice) => voice.default) ?? mine[0];
  return best ? { say: (text, stop) => say(window.speechSynthesis, best, text, stop) } : null;
}

async function voices(speech: SpeechSynthesis): Promise<SpeechSynthesisVoice[]> {
  if (speech.getVoices().length === 0) {
    await new Promise<void>((done) => {
      const timer = window.setTimeout(done, PATIENCE_MS);
      speech.addEventListener?.("voiceschanged", () => {
        window.clearTimeout(timer);
        done();
      }, { once: true });
    });
  }
  return speech.getVoices();
}

function say(speech: SpeechSynthesis, voice: SpeechSynthesisVoice, text: string, stop: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    if (stop.aborted) return done();
    const spoken = new SpeechSynthesisUtterance(text);
    spoken.voice = voice;
    spoken.lang = voice.lang;
    spoken.rate = RATE;
    stop.addEventListener("abort", () => {
      speech.cancel();
      done();
    }, { once: true });
    spoken.onend = () => done();
    spoken.onerror = () => fail(new Error("the voice does not answer"));
    speech.speak(spoken);
  });
}
