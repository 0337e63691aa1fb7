// The parts of life that steps are about: picture and name of each. Folders have themes of their own (themes.ts).

import type { LifeTheme } from "./bridge";
import type { IconName } from "./icons/drawings";
import type { Key } from "./texts/keys";

export const life: Record<LifeTheme, { icon: IconName; name: Key }> = {
  argent_aides: { icon: "wallet", name: "folder-money" },
  sante: { icon: "heartbeat", name: "life-health" },
  logement: { icon: "house-line", name: "folder-housing" },
  travail_formation: { icon: "briefcase", name: "life-work" },
  etranger: { icon: "globe-hemisphere-west", name: "life-abroad" },
  urgence: { icon: "phone", name: "life-urgent" },
  famille_ecole: { icon: "users", name: "life-school" },
  identite: { icon: "identification-card", name: "life-identity" },
  transport: { icon: "bus", name: "folder-transport" },
  handicap_age: { icon: "hand-heart", name: "life-age" },
  justice_droits: { icon: "scales", name: "life-rights" },
  numerique_aide: { icon: "app-window", name: "life-help" },
};
