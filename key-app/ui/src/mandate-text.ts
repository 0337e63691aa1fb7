// The text of a mandate, or of the access of whoever is in charge of a measure: French, whole, the same for the signature
// and for the printer. It is read when one is given or printed, not before.

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { Mandate, Rights, Role } from "./bridge";
import { noon } from "./day";
import type { Measure } from "./give";

export interface Said {
  person: string;
  helper: string;
  role: Role;
  /** Null where the structure has not said its name. */
  structure: string | null;
  place: string;
  folders: readonly number[];
  rights: Rights;
  days: number;
  /** Unix seconds. */
  from: number;
  /** Null for a mandate. */
  measure: Measure | null;
}

/** What is printed around the text, and is not part of it. */
export interface Frame {
  person: string;
  helper: string;
  signPerson: string;
  signHelper: string;
  code: string;
  codeWhat: string;
}

type Say = (key: string, inserted?: Record<string, FluentVariable>) => string;

const DAY_SECONDS = 86_400;

export async function mandateText(said: Said): Promise<string> {
  const { measure } = said;
  if (measure) return accessText(said, measure);
  // A curator's part comes from a judge: no mandate says it.
  if (said.role === "curator") throw new Error("a curator has no mandate");
  const m = await words();
  const structure = said.structure ?? m("mandat-structure-unnamed");
  const { person, helper, role, place, rights, days } = said;
  const [from, until] = [day(said.from), day(said.from + days * DAY_SECONDS)];
  const paragraphs = [
    [m("mandat-title"), m("mandat-subtitle")],
    [m("mandat-who"), m("mandat-person", { person }), m("mandat-helper", { helper, role, structure })],
    [m("mandat-what"), m("mandat-rights", { rights }), ...said.folders.map((folder) => m("mandat-acts", { folder })), m("mandat-nothing-else")],
    [m("mandat-long"), m("mandat-days", { days, from, until }), m("mandat-stop"), m("mandat-ends")],
    [m("mandat-declares"), m("mandat-guardian"), m("mandat-understood")],
    [m("mandat-data"), m("mandat-purpose"), m("mandat-data-rights", { structure })],
    [m("mandat-duties"), m("mandat-duties-list"), m("mandat-free", { role }), m("mandat-accepts")],
    [m("mandat-made", { place, from })],
  ];
  return joined(paragraphs);
}

async function accessText(said: Said, measure: Measure): Promise<string> {
  const a = await accessWords();
  const structure = await structureName(said.structure);
  const { person, helper, place, rights, days } = said;
  const [from, until] = [day(said.from), day(said.from + days * DAY_SECONDS)];
  const { kind, court } = measure;
  const judged = day(noon(measure.judged).getTime() / 1000);
  return joined([
    [a("acces-title"), a("acces-subtitle")],
    [a("acces-who"), a("acces-person", { person }), a("acces-helper", { helper, structure })],
    [a("acces-measure"), a("acces-judged", { kind, court, judged }), a("acces-written"), a("acces-source")],
    [a("acces-what"), a("acces-rights", { rights }), ...said.folders.map((folder) => a("acces-folders", { folder })), a("acces-nothing-else")],
    [a("acces-long"), a("acces-days", { days, from, until }), a("acces-stop"), a("acces-goes-on"), a("acces-ends")],
    [a("acces-declares"), a("acces-in-charge"), a("acces-understood")],
    [a("acces-data"), a("acces-purpose"), a("acces-data-rights", { structure })],
    [a("acces-duties"), a("acces-duties-list")],
    [a("acces-made", { place, from })],
  ]);
}

function joined(paragraphs: string[][]): string {
  return paragraphs.map((lines) => lines.join("\n")).join("\n\n") + "\n";
}

export async function mandateFrame({ person, helper, access }: Pick<Mandate, "person" | "helper" | "access">): Promise<Frame> {
  const m = await words();
  if (access) {
    const a = await accessWords();
    return {
      person: m("mandat-copy-person"),
      helper: a("acces-copy-helper"),
      signPerson: m("mandat-sign-person", { person }),
      signHelper: m("mandat-sign-helper", { helper }),
      code: a("acces-code"),
      codeWhat: m("mandat-code-what"),
    };
  }
  return {
    person: m("mandat-copy-person"),
    helper: m("mandat-copy-helper"),
    signPerson: m("mandat-sign-person", { person }),
    signHelper: m("mandat-sign-helper", { helper }),
    code: m("mandat-code"),
    codeWhat: m("mandat-code-what"),
  };
}

/** The name of the structure as a mandate says it. */
export async function structureName(said: string | null): Promise<string> {
  return said ?? (await words())("mandat-structure-unnamed");
}

async function words(): Promise<Say> {
  return sayer((await import("./texts/mandat.fr.ftl?raw")).default);
}

async function accessWords(): Promise<Say> {
  return sayer((await import("./texts/acces.fr.ftl?raw")).default);
}

function sayer(source: string): Say {
  const bundle = new FluentBundle("fr-FR", { useIsolating: false });
  const [first] = bundle.addResource(new FluentResource(source));
  if (first) throw first;
  return (key, inserted = {}) => {
    const pattern = bundle.getMessage(key)?.value;
    if (!pattern) throw new Error(`${key} has no text`);
    const troubles: Error[] = [];
    const text = bundle.formatPattern(pattern, inserted, troubles);
    // A mandate with a hole in it is worse than none.
    if (troubles[0]) throw troubles[0];
    return text;
  };
}

function day(seconds: number): string {
  const form: Intl.DateTimeFormatOptions = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
  return new Intl.DateTimeFormat("fr-FR", form).format(new Date(seconds * 1000)).replace(/ 1 /, " 1er ");
}
