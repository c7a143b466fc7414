const kinds = ['Texture', 'Buffer', 'Framebuffer', 'Program'] as const;
export type GlObjects = Record<(typeof kinds)[number], { made: number; alive: number }>;

const counts = Object.fromEntries(kinds.map((kind) => [kind, { made: 0, alive: 0 }])) as GlObjects;

/** Counts what WebGL contexts of this thread make and delete from now on: what tfjs says of itself would be its own word. */
export function countGlObjects(): void {
  const gl = WebGL2RenderingContext.prototype as unknown as Record<
    `${'create' | 'delete'}${(typeof kinds)[number]}`,
    (...given: unknown[]) => unknown
  >;
  for (const kind of kinds) {
    const make = gl[`create${kind}`],
      remove = gl[`delete${kind}`];
    gl[`create${kind}`] = function (...given) {
      counts[kind].made += 1;
      counts[kind].alive += 1;
      return make.apply(this, given);
    };
    gl[`delete${kind}`] = function (...given) {
      if (given[0]) counts[kind].alive -= 1;
      return remove.apply(this, given);
    };
  }
}

export function glObjects(): GlObjects {
  return structuredClone(counts);
}
