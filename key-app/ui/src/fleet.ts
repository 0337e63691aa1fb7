// What is said of sticks that are being prepared: the sentence and the picture of each state.

import type { Fleet, Line, LineState, RowState, Unused } from "./bridge";
import type { IconName } from "./icons/drawings";
import { t, type Key } from "./texts.svelte";

const sentences: Record<LineState, Key> = {
  again: "fleet-is-again",
  writing: "fleet-is-writing",
  checking: "fleet-is-checking",
  ready: "fleet-is-ready",
  notRemovable: "fleet-is-not-removable",
  readOnly: "fleet-is-read-only",
  tooSmall: "fleet-is-too-small",
  foreign: "fleet-is-foreign",
  link: "fleet-is-link",
  somebody: "fleet-is-somebody",
  practised: "fleet-is-practised",
  damaged: "fleet-is-damaged",
  elsewhere: "fleet-is-elsewhere",
  pulled: "fleet-is-pulled",
  stopped: "fleet-is-stopped",
  forgets: "fleet-is-forgets",
  remembered: "fleet-is-remembered",
  noVoucher: "fleet-is-no-voucher",
  fleetNumbers: "fleet-is-numbers",
  waits: "fleet-is-waits",
  fleetJournal: "fleet-is-journal",
  fleetPrograms: "fleet-is-programs",
  fleetVolumes: "fleet-failed",
  fleetGone: "fleet-is-gone",
  stick: "fleet-is-stick",
};

export const rowNames: Record<RowState, Key> = {
  todo: "fleet-row-todo",
  begun: "fleet-row-begun",
  ready: "fleet-row-ready",
  givenUp: "fleet-row-given-up",
};

export const rowIcons: Record<RowState, IconName> = {
  todo: "usb",
  begun: "hourglass-medium",
  ready: "check-circle",
  givenUp: "warning-circle",
};

export const unusedNames: Record<Unused, Key> = {
  damaged: "fleet-unused-damaged",
  otherStructure: "fleet-unused-structure",
  otherRealm: "fleet-unused-realm",
  otherKind: "fleet-unused-kind",
  ended: "fleet-unused-date",
  notYet: "fleet-unused-date",
  twice: "fleet-unused-twice",
  used: "fleet-unused-twice",
};

const GOES_ON: readonly LineState[] = ["again", "writing", "checking"];

/** Whether something is being done with it now. */
export function goesOn(line: Line): boolean {
  return GOES_ON.includes(line.state);
}

export function sentence(line: Line): string {
  return t(sentences[line.state], { number: line.number ?? 0 });
}

/** The stick by its number, or what the computer calls it. */
export function called(line: Line): string {
  return line.number === null ? line.name : t("fleet-number", { number: line.number });
}

export function icon(line: Line): IconName {
  if (goesOn(line)) return "hourglass-medium";
  return line.state === "ready" ? "check-circle" : "warning-circle";
}

/** What a screen reader is told: each stick whose state is another one than before, but for how far it is. */
export function news(before: Fleet | null, now: Fleet): string {
  const was = (line: Line) => before?.lines.find(({ id }) => id === line.id)?.state;
  const changed = now.lines.filter((line) => line.state !== was(line) && line.state !== "checking");
  return changed.map((line) => `${called(line)}. ${sentence(line)}`).join(" ");
}
