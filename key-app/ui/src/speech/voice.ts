// Who can speak? Every way to speak on this computer is a Speaker; the first that has a voice of the language is taken.
// Nothing that stands on a screen may be sent anywhere to be spoken.

import type { Language } from "../languages";
import { ownVoices } from "./browser";
import { programVoice } from "./program";

export interface Voice {
  /** Ends when all is said, and at once when nobody wants to hear more. Fails where it cannot be said. */
  say(text: string, stop: AbortSignal): Promise<void>;
}

/** Answers with a voice of that language which speaks on this computer; null where there is none. */
export type Speaker = (language: Language) => Promise<Voice | null>;

/** In the order to ask. */
const speakers: readonly Speaker[] = [ownVoices, programVoice];

export async function voiceFor(language: Language): Promise<Voice | null> {
  for (const speaker of speakers) {
    const voice = await speaker(language);
    if (voice) return voice;
  }
  return null;
}
