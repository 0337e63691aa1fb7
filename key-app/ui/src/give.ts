// A mandate on its way: what the person has chosen so far. Nothing of it is anywhere else.

import type { Entrusted, Helper, Mandate, Rights, Role } from "./bridge";
import type { IconName } from "./icons/drawings";
import type { Key } from "./texts/keys";
import { themes, type Theme } from "./themes";

export const lengths = [1, 31, 182, 365] as const;
export type Days = (typeof lengths)[number];

/** What a judge decided, as the person in charge of it wrote it down beside the person. */
export type MeasureKind = "tutelle" | "curatelle" | "sauvegarde";
export interface Measure {
  kind: MeasureKind;
  court: string;
  /** Day of the judgment, YYYY-MM-DD. */
  judged: string;
}
export const measures: readonly MeasureKind[] = ["tutelle", "curatelle", "sauvegarde"];
export const measureNames: Record<MeasureKind, Key> = { tutelle: "measure-tutelle", curatelle: "measure-curatelle", sauvegarde: "measure-sauvegarde" };

export interface Draft {
  helpers: readonly Helper[];
  folders: readonly number[];
  rights: Rights;
  days: Days;
  /** The portal's time when it was begun, Unix seconds. */
  now: number;
  person: string;
  place: string;
  /** The mandate that ends as this one begins. */
  instead: Mandate | null;
  /** An access of whoever is in charge of a measure, in the place of a mandate. */
  measure: Measure | null;
}

/** Who can be in charge of a measure: an officer certified them for it. */
export function isCurator({ role }: Pick<Helper, "role">): boolean {
  return role === "curator";
}

/** More named people at once is a list, not a mandate. */
export const MOST_HELPERS = 5;
const PRIVATE = 0;

export const lengthNames: Record<Days, Key> = { 1: "length-day", 31: "length-month", 182: "length-half", 365: "length-year" };
export const rightsNames: Record<Rights, Key> = { see: "rights-see", act: "rights-act", drop: "rights-drop" };
export const rightsIcons: Record<Rights, IconName> = { see: "eye-b", act: "note-pencil-b", drop: "file-plus-b" };
export const rolesNames: Record<Role, Key> = {
  socialWorker: "role-social-worker", mediator: "role-mediator", volunteer: "role-volunteer", relative: "role-relative",
  curator: "role-curator", officer: "role-officer",
};

/** The least that can be given: one day, to see, and no theme yet. */
export function begin(helpers: readonly Helper[], now: number, instead: Mandate | null = null): Draft {
  const known = instead ? { folders: instead.folders, rights: instead.rights, person: instead.person } : { folders: [], rights: "see" as const, person: "" };
  return { helpers, ...known, days: instead ? daysOf(instead) : 1, now, place: "", instead, measure: null };
}

/** What can be shared at all. */
export const shareable: readonly Theme[] = themes.filter(({ folder }) => folder !== PRIVATE);
/** What a relative or a volunteer is first offered: nothing of health, money, justice or papers of a foreigner. */
const EVERYDAY: readonly number[] = [2, 4, 5, 6, 10, 11];

export function offered(draft: Draft): { first: readonly Theme[]; others: readonly Theme[] } {
  const { instead } = draft;
  if (instead) return { first: shareable.filter(({ folder }) => instead.folders.includes(folder)), others: [] };
  const near = draft.helpers.some(({ role }) => role === "volunteer" || role === "relative");
  if (!near) return { first: shareable, others: [] };
  const everyday = ({ folder }: Theme) => EVERYDAY.includes(folder);
  return { first: shareable.filter(everyday), others: shareable.filter((each) => !everyday(each)) };
}

export function themesOf(folders: readonly number[]): readonly Theme[] {
  return themes.filter(({ folder }) => folders.includes(folder));
}

/** Whether papers may be put in under it. */
export function drops(mandate: Entrusted): boolean {
  return mandate.rights !== "see";
}

/** Whether somebody may see under it, not only put in. */
export function sees(mandate: Entrusted): boolean {
  return mandate.rights !== "drop";
}

function daysOf(mandate: Mandate): Days {
  const days = Math.round((mandate.until - mandate.from) / 86_400);
  return lengths.find((each) => each === days) ?? 1;
}
