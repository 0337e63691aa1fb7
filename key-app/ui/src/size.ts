// How big a thing is, in the words of the language: "12 Mo".

import { language } from "./texts.svelte";

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** To the byte, where the number itself is the proof: "8 192 octets". */
export function exactly(bytes: number): string {
  return new Intl.NumberFormat(language.locale, { style: "unit", unit: "byte", unitDisplay: "long" }).format(bytes);
}

export function size(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const form: Intl.NumberFormatOptions = { style: "unit", unit: UNITS[step]!, unitDisplay: step === 0 ? "long" : "short", maximumFractionDigits: 1 };
  return new Intl.NumberFormat(language.locale, form).format(bytes / 1000 ** step);
}
