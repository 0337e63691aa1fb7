// What the person follows and what is due of it, as last heard from the shell, and how each is said.

import { bridge, type Dates, type Due } from "./bridge";
import type { IconName } from "./icons/drawings";
import { calendarDay, t } from "./texts.svelte";
import type { Service } from "./bridge";

class Agenda {
  now = $state.raw<Dates | null>(null);
  services = $state.raw<Service[]>([]);

  /** Counts what was asked for: an answer that a later question has overtaken is not taken. */
  #asked = 0;

  /** Asks the shell. */
  async read(): Promise<void> {
    const mine = (this.#asked += 1);
    const [services, dates] = await Promise.all([bridge.services(), bridge.dates()]);
    this.services = services;
    if (mine === this.#asked) this.now = dates;
  }

  /** Asks for a change, and keeps what comes of it. */
  async change(ask: () => Promise<Dates>): Promise<Dates> {
    const mine = (this.#asked += 1);
    const dates = await ask();
    if (mine === this.#asked) this.now = dates;
    return dates;
  }

  /** Nobody's any more. */
  forget(): void {
    this.#asked += 1;
    this.now = null;
  }

  /** What is most urgent of what can be done today. */
  get first(): Due | undefined {
    return this.now?.due.find((due) => due.state === "open");
  }

  service(id: string): Service | undefined {
    return this.services.find((service) => service.id === id);
  }

  /** What it is about, and whether that is in French whatever the language. */
  name(due: Due): { words: string; french: boolean } {
    if (due.kind === "own") return { words: due.title, french: false };
    if (due.kind === "paper") return { words: due.paper.title, french: false };
    return { words: this.service(due.service)?.name ?? due.service, french: true };
  }

  icon(due: Due): IconName {
    if (due.kind === "own") return "calendar-dots";
    if (due.kind === "paper") return "file-text";
    return this.service(due.service)?.picture ?? "signpost";
  }
}

export const agenda = new Agenda();

/** How it stands: a word, a shape and a colour. */
export function standing(due: Due): { words: string; tag: "soon" | "have" | "late" | "plain"; icon: IconName } {
  if (due.state === "done") return { words: t("date-is-done"), tag: "have", icon: "check-circle-b" };
  if (due.state === "over") return { words: t("date-over"), tag: "late", icon: "x-b" };
  const icon = "clock-countdown-b";
  if (due.kind === "own") return { words: t("date-in", { days: due.days }), tag: due.state === "open" ? "soon" : "plain", icon };
  if (due.state === "open") return { words: t("date-left", { days: due.days }), tag: "soon", icon };
  return { words: t("date-from", { day: calendarDay(due.opens) }), tag: "plain", icon };
}

/** "14:30" in the manner of the language. */
export function hour(minute: number, locale: string): string {
  const form: Intl.DateTimeFormatOptions = { hour: "numeric", minute: "2-digit" };
  return new Intl.DateTimeFormat(locale, form).format(new Date(2026, 0, 1, Math.floor(minute / 60), minute % 60));
}
