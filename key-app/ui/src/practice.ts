// What is said of practice sticks: the sentence and the picture of each state.

import type { Practice, PracticeState, PracticeStick } from "./bridge";
import type { IconName } from "./icons/drawings";
import { explain, t, type Key } from "./texts.svelte";

const sentences: Record<Exclude<PracticeState, "ready" | "failed">, Key> = {
  practice: "practice-is-practice",
  real: "practice-is-real",
  empty: "practice-is-empty",
  other: "practice-is-other",
  damaged: "practice-is-damaged",
  working: "practice-is-working",
  notRemovable: "fleet-is-not-removable",
  readOnly: "fleet-is-read-only",
};

export function sentence(stick: PracticeStick, code: string): string {
  if (stick.state === "ready") return t("practice-is-ready", { name: stick.who ?? "", code });
  if (stick.state === "failed") return explain(stick.trouble);
  return t(sentences[stick.state]);
}

export function icon({ state }: PracticeStick): IconName {
  if (state === "working") return "hourglass-medium";
  if (state === "ready") return "check-circle";
  return state === "practice" || state === "empty" ? "usb" : "warning-circle";
}

/** What a screen reader is told: each stick that is otherwise than before. */
export function news(before: Practice | null, now: Practice): string {
  const was = (stick: PracticeStick) => before?.sticks.find(({ id }) => id === stick.id)?.state;
  const changed = now.sticks.filter((stick) => stick.state !== was(stick));
  return changed.map((stick) => `${stick.name}. ${sentence(stick, now.code)}`).join(" ");
}
