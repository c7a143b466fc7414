import type { RandomStream } from './random';

/** The list in an order that a stream draws (Fisher–Yates from its start, so that the first few need few draws). */
export function shuffled<T>(list: readonly T[], { below }: RandomStream): T[] {
  const order = [...list];
  for (let i = 0; i < order.length - 1; i++) {
    const j = i + below(order.length - i);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
