// The thirty-two pictures of a comparison. Their place in this list is their number, for ever: two screens that show
// the same numbers must show the same pictures, whatever their versions. The first sixteen are those of a code.

import type { IconName } from "./icons/drawings";
import { pictures } from "./pictures";
import type { Key } from "./texts/keys";

export const compared: readonly { icon: IconName; name: Key }[] = [
  ...pictures,
  { icon: "bus", name: "compared-bus" },
  { icon: "briefcase", name: "compared-bag" },
  { icon: "calendar-dots", name: "compared-calendar" },
  { icon: "camera", name: "compared-camera" },
  { icon: "gear-six", name: "compared-wheel" },
  { icon: "globe-hemisphere-west", name: "compared-globe" },
  { icon: "heartbeat", name: "compared-heart" },
  { icon: "hourglass-medium", name: "compared-hourglass" },
  { icon: "house-line", name: "compared-house" },
  { icon: "lock-key", name: "compared-padlock" },
  { icon: "music-notes", name: "compared-music" },
  { icon: "phone", name: "compared-phone" },
  { icon: "scales", name: "compared-scales" },
  { icon: "signpost", name: "compared-signpost" },
  { icon: "wallet", name: "compared-wallet" },
  { icon: "trash", name: "compared-bin" },
];
