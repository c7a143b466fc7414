import { lazy, type ComponentType } from 'react';
import { onParts, part, type Part } from '../loading/part';

/** What acts on it without waiting, unlike a promise. */
// oxlint-disable-next-line unicorn/no-thenable
const now = <T,>(value: T): Promise<T> => ({ then: (act: (its: T) => void) => act(value) }) as unknown as Promise<T>;

/**
 * A component that is fetched when it is first shown: in a `Late`, which stands in for it and says where it cannot be had.
 * React keeps in mind that one could not; when parts are asked for again, another takes its place.
 * @param fetched what it is in. @param pick the component.
 */
export function lateOf<M, P extends object>(fetched: Part<M>, pick: (module: M) => ComponentType<P>): ComponentType<P> {
  let failed = false;
  const fresh = () =>
    lazy(() => {
      const asked = fetched() as Promise<M> & { readonly status?: string; readonly value?: M };
      // At once where the script is there: a printing browser waits for nothing.
      if (asked.status === 'fulfilled') return now({ default: pick(asked.value!) });
      return asked.then(
        (module) => ({ default: pick(module) }),
        (error: unknown) => {
          failed = true;
          throw error;
        },
      );
    }) as unknown as ComponentType<P>;
  let Body = fresh();
  onParts((what) => {
    if (what !== 'again' || !failed) return;
    failed = false;
    Body = fresh();
  });
  return function LatePart(props: P) {
    return <Body {...props} />;
  };
}

/**
 * The same where it is all that a file exports by default.
 * @param said false of what nobody sees until it is wished for: that it is missing is said by the page.
 */
export const late = <P extends object>(
  load: () => Promise<{ default: ComponentType<P> }>,
  said = true,
): ComponentType<P> => lateOf(part(load, { said }), (module) => module.default);
