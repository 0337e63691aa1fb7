// What another stick or security key of the same space goes by: nobody gave it a name, so the day on which it was added.

import type { StickOf } from "./bridge";
import { day, t } from "./texts.svelte";

export function stickName(of: StickOf, place: number): string {
  if (of.securityKey) return of.since === null ? t("skey-other", { place }) : t("skey-since", { day: day(of.since) });
  return of.since === null ? t("sticks-other", { place }) : t("sticks-since", { day: day(of.since) });
}
