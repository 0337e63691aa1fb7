// The text of a mandate: French, whole, the same for the signature and for the printer. It is read when a mandate is
// given or printed, not before.

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { Rights, Role } from "./bridge";

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
  return paragraphs.map((lines) => lines.join("\n")).join("\n\n") + "\n";
}

export async function mandateFrame(person: string, helper: string): Promise<Frame> {
  const m = await words();
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
  const { default: source } = await import("./texts/mandat.fr.ftl?raw");
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
