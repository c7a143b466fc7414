/** What is known at a place in the tree of arguments. */
interface Known<T> {
  kept?: { readonly value: T };
  objects?: WeakMap<object, Known<T>>;
  others?: Map<unknown, Known<T>>;
}

/**
 * A pure function that computes once for the same arguments and then hands back the same value, so that what listens to
 * it rests in between. State is never changed in place, so objects are the same where they are identical; what is known
 * of one goes with it. Numbers, texts and null are kept for good: they may only be arguments of which there are few.
 */
export function memo<Args extends readonly unknown[], T>(compute: (...args: Args) => T): (...args: Args) => T {
  const root: Known<T> = {};
  return (...args) => {
    const known = args.reduce<Known<T>>(below, root);
    return (known.kept ??= { value: compute(...args) }).value;
  };
}

function below<T>(known: Known<T>, arg: unknown): Known<T> {
  const branches: { get(key: unknown): Known<T> | undefined; set(key: unknown, next: Known<T>): unknown } =
    typeof arg === 'object' && arg !== null
      ? ((known.objects ??= new WeakMap()) as WeakMap<WeakKey, Known<T>> as Map<unknown, Known<T>>)
      : (known.others ??= new Map());
  const found = branches.get(arg) ?? {};
  branches.set(arg, found);
  return found;
}
