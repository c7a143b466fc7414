/** Messages that are read in a second; a host page that moves a slider sends one a frame. */
export const mostMessages = 100;
const window = 1000;

/** Counts messages. @returns a function that says of each whether it is `read`, the `first` too many of its second, or `dropped`. */
export function messageRate(now: () => number): () => 'read' | 'first' | 'dropped' {
  let began = -Infinity,
    count = 0;
  return () => {
    if (now() - began >= window) {
      began = now();
      count = 0;
    }
    count += 1;
    return count <= mostMessages ? 'read' : count === mostMessages + 1 ? 'first' : 'dropped';
  };
}
