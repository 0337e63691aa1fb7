// The sixteen pictures of a code. Their place in this list is their number, for ever.

import type { IconName } from "./icons/drawings";
import type { Key } from "./texts/keys";

export const pictures: readonly { icon: IconName; name: Key }[] = [
  { icon: "sun", name: "picture-sun" },
  { icon: "tree", name: "picture-tree" },
  { icon: "fish", name: "picture-fish" },
  { icon: "bird", name: "picture-bird" },
  { icon: "flower", name: "picture-flower" },
  { icon: "umbrella", name: "picture-umbrella" },
  { icon: "sailboat", name: "picture-boat" },
  { icon: "bicycle", name: "picture-bicycle" },
  { icon: "cat", name: "picture-cat" },
  { icon: "carrot", name: "picture-carrot" },
  { icon: "bread", name: "picture-bread" },
  { icon: "coffee", name: "picture-cup" },
  { icon: "scissors", name: "picture-scissors" },
  { icon: "chair", name: "picture-chair" },
  { icon: "boot", name: "picture-shoe" },
  { icon: "mountains", name: "picture-mountain" },
];
