import { randomStream, type RandomStream } from './random';

/** Streams whose numbers are kept, those of training and test images of two seeds; and numbers of each, 8 MB. */
const mostStreams = 4,
  mostNumbers = 2 ** 20;

const kept = new Map<string, Float64Array>();

/**
 * The first numbers of a stream, standard normals if nothing is said. Kept from call to call, as the levels of noise of a sweep scale the
 * same ones, and drawing them takes longer than all else that images are made of. Not to be written to.
 * @param draw one number; of a name always in the same way.
 */
export function firstNumbers(
  seed: number,
  name: string,
  count: number,
  draw: (stream: RandomStream) => number = ({ normal }) => normal(),
): Float64Array {
  const key = `${seed} ${name}`;
  const known = kept.get(key);
  kept.delete(key);
  const numbers = known && known.length >= count ? known : drawn(seed, name, count, draw);
  if (numbers.length > mostNumbers) return numbers;
  // The one that was not asked for longest makes room.
  kept.set(key, numbers);
  if (kept.size > mostStreams) kept.delete(kept.keys().next().value!);
  return numbers;
}

function drawn(seed: number, name: string, count: number, draw: (stream: RandomStream) => number): Float64Array {
  const stream = randomStream(seed, name);
  const numbers = new Float64Array(count);
  for (let i = 0; i < count; i++) numbers[i] = draw(stream);
  return numbers;
}
