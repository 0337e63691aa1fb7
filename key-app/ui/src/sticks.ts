// What another stick of the same space goes by: nobody gave it a name, so the day on which it was added.

import type { StickOf } from "./bridge";
import { day, t } from "./texts.svelte";

export function stickName(of: StickOf, place: number): string {
  return of.since === null ? t("sticks-other", { place }) : t("sticks-since", { day: day(of.since) });
}
