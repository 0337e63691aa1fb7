// Keys of a code in an order that nobody beside the person can learn. Drawn like a secret: never Math.random.

const RANGE = 2 ** 32;

/** A new order of the same things, each order as likely as any other. */
export function shuffled<T>(things: readonly T[]): T[] {
  const order = [...things];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

function below(bound: number): number {
  const limit = RANGE - (RANGE % bound);
  const drawn = new Uint32Array(1);
  do crypto.getRandomValues(drawn);
  while (drawn[0]! >= limit);
  return drawn[0]! % bound;
}
