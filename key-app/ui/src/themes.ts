// The twelve folders in the order of the screen: number, picture, name. docs/words.md fixes the numbers.

import type { IconName } from "./icons/drawings";
import type { Key } from "./texts/keys";

export interface Theme {
  folder: number;
  icon: IconName;
  name: Key;
}

export const themes: readonly Theme[] = [
  { folder: 1, icon: "identification-card", name: "folder-identity" },
  { folder: 2, icon: "users", name: "folder-family" },
  { folder: 3, icon: "heartbeat", name: "folder-health" },
  { folder: 4, icon: "briefcase", name: "folder-work" },
  { folder: 5, icon: "house-line", name: "folder-housing" },
  { folder: 6, icon: "bus", name: "folder-transport" },
  { folder: 7, icon: "wallet", name: "folder-money" },
  { folder: 8, icon: "scales", name: "folder-justice" },
  { folder: 9, icon: "globe-hemisphere-west", name: "folder-abroad" },
  { folder: 10, icon: "music-notes", name: "folder-leisure" },
  { folder: 11, icon: "hand-heart", name: "folder-groups" },
  { folder: 0, icon: "lock-key", name: "folder-private" },
];

export function theme(folder: number): Theme {
  return themes.find((each) => each.folder === folder) ?? themes[themes.length - 1]!;
}
