// What is asked of whoever is to show that they are there: the code, or the security key that opened the space.

import { app } from "./state.svelte";
import { t, type Key } from "./texts.svelte";

export function asked(code: Key): string {
  return t(app.home?.bySecurityKey ? "skey-needed" : code);
}
