// Words on the screen: two Fluent files, one language at a time, and the sentence of every refusal.

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { refusal, type Language, type RefusalKind } from "./bridge";
import { apart } from "./script";
import type { Key } from "./texts/keys";
import english from "./texts/en.ftl?raw";
import french from "./texts/fr.ftl?raw";

export type { Key };
export type Words = Record<string, string | number>;

const bundles: Record<Language, FluentBundle> = { fr: bundle("fr", french), en: bundle("en", english) };

let current = $state<Language>("fr");

export const language = {
  get now(): Language {
    return current;
  },
  use(next: Language): void {
    current = next;
    document.documentElement.lang = next;
    document.documentElement.dir = "ltr";
  },
};

/** The text of a key in the language of the person. What the person wrote stays apart from it, whatever its script. */
export function t(key: Key, words: Words = {}): string {
  return textIn(current, key, words);
}

export function textIn(which: Language, key: Key, words: Words = {}): string {
  const pattern = bundles[which].getMessage(key)?.value;
  return pattern ? bundles[which].formatPattern(pattern, isolated(words)) : key;
}

/** "mardi 5 mai 2026": the full weekday, as easy French asks. Seconds since 1970. */
export function day(seconds: number): string {
  const form: Intl.DateTimeFormatOptions = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
  return new Intl.DateTimeFormat(current, form).format(new Date(seconds * 1000));
}

/** What went wrong, and what to do now: never a code alone. */
export function explain(thrown: unknown): string {
  const known = refusal(thrown);
  if (!known) return t("refused-other");
  if (known.kind === "wrongCode") return t("refused-code", { left: known.left ?? 0 });
  if (known.kind === "wait") return wait(known.seconds ?? 0);
  return t(sentences[known.kind]);
}

export function wait(seconds: number): string {
  return seconds < 60 ? t("wait-seconds", { seconds }) : t("wait-minutes", { minutes: Math.ceil(seconds / 60) });
}

const sentences: Record<Exclude<RefusalKind, "wrongCode" | "wait">, Key> = {
  frozen: "refused-frozen",
  suspended: "refused-frozen",
  revoked: "refused-revoked",
  codePolicy: "refused-policy",
  unreachable: "refused-unreachable",
  otherCertificate: "refused-certificate",
  portalProblem: "refused-portal",
  stick: "refused-stick",
  stickDamaged: "refused-damaged",
  stickState: "refused-state",
  readOnly: "refused-read-only",
  paper: "refused-paper",
  gone: "refused-gone",
  full: "refused-full",
  locked: "refused-locked",
  stopped: "refused-stopped",
  tooLarge: "refused-too-large",
  empty: "refused-empty",
};

function bundle(which: Language, source: string): FluentBundle {
  const made = new FluentBundle(which, { useIsolating: false });
  const [first] = made.addResource(new FluentResource(source));
  if (first) throw first;
  return made;
}

function isolated(words: Words): Record<string, FluentVariable> {
  const safe = (word: string | number) => (typeof word === "string" ? apart(word) : word);
  return Object.fromEntries(Object.entries(words).map(([name, word]) => [name, safe(word)]));
}
