/** A media query as a store. Parsed once: every chart asks with every frame. */
export function mediaStore(query: string) {
  let media: MediaQueryList | null = null;
  const list = () => (media ??= matchMedia(query));
  return {
    listen: (changed: () => void) => {
      list().addEventListener('change', changed);
      return () => list().removeEventListener('change', changed);
    },
    holds: () => list().matches,
  };
}
