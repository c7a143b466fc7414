import type { Peer } from './peer';

interface Entry {
  readonly label: string;
  load(): Promise<Peer>;
}

/** Everything that trains in the bench page's workers; each worker loads one. */
export const peers = {
  wasm: { label: 'this project, `wasm`, relaxed SIMD', load: async () => (await import('./project')).wasmRelaxed },
  'wasm-two': {
    label: 'this project, `wasm`, relaxed SIMD, on two threads',
    load: async () => (await import('./project')).wasmOnTwo,
  },
  'wasm-plain': { label: 'this project, `wasm`, SIMD', load: async () => (await import('./project')).wasmPlain },
  webgl: { label: 'this project, `webgl`', load: async () => (await import('./project')).webgl },
  cpu: {
    label: 'this project, `cpu` (plain TypeScript, double precision)',
    load: async () => (await import('./project')).cpu,
  },
  'tfjs-wasm': {
    label: 'tfjs WASM, by hand, no transposed products',
    load: async () => (await import('./tfjs-wasm')).tfjsWasm,
  },
  'tfjs-cpu': {
    label: 'tfjs CPU, by hand, no transposed products',
    load: async () => (await import('./tfjs-cpu')).tfjsCpu,
  },
  'tfjs-webgl': {
    label: 'tfjs WebGL, by hand, no transposed products',
    load: async () => (await import('./tfjs-webgl')).tfjsWebgl,
  },
  'tfjs-webgl-autodiff': {
    label: 'tfjs WebGL, autodiff',
    load: async () => (await import('./tfjs-webgl')).tfjsWebglAutodiff,
  },
  convnetjs: {
    label: 'ConvNetJS, fully connected layer over patches',
    load: async () => (await import('./convnetjs')).convnetJs,
  },
} as const satisfies Record<string, Entry>;

export type PeerId = keyof typeof peers;
export const peerIds = Object.keys(peers) as readonly PeerId[];
