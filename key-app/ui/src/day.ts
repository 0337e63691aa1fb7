// Days of the calendar as they cross to the shell: YYYY-MM-DD, wherever this computer is.

export interface DayParts {
  day: string;
  /** 1 to 12, as text: the value of a choice. */
  month: string;
  year: string;
}

/** The day that was written; null where no calendar has it. */
export function dayOf({ day, month, year }: DayParts): string | null {
  if (!/^\d{1,2}$/.test(day.trim()) || !/^\d{4}$/.test(year.trim())) return null;
  const made = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const written = [Number(year), Number(month), Number(day)];
  const same = [made.getUTCFullYear(), made.getUTCMonth() + 1, made.getUTCDate()];
  return written.every((part, place) => part === same[place]) ? made.toISOString().slice(0, 10) : null;
}

/** Parts of a day, to show in fields. */
export function partsOf(written: string | null): DayParts {
  const [year = "", month = "1", day = ""] = written?.split("-") ?? [];
  return { day: day.replace(/^0/, ""), month: month.replace(/^0/, ""), year };
}

/** The day at noon, for Intl: no time zone makes another day of it. */
export function noon(written: string): Date {
  return new Date(`${written}T12:00`);
}

/** Names of the twelve months. */
export function months(locale: string): string[] {
  const form = new Intl.DateTimeFormat(locale, { month: "long" });
  return Array.from({ length: 12 }, (_, month) => form.format(new Date(2026, month, 15)));
}
