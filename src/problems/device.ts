/** What this device, browser or host does not do. */
export type DeviceProblem =
  | {
      readonly kind:
        | 'no-simd'
        | 'wasm-forbidden'
        | 'gpu-full'
        | 'gpu-taken'
        | 'gpu-silent'
        | 'worker-not-started'
        | 'worker-keeps-stopping'
        | 'no-backend'
        | 'not-trained-there';
    }
  | NoGpu
  | { readonly kind: 'no-memory'; readonly megabytes: number }
  /** What was lost is made again: the run, from its seed to the step where it was. */
  | { readonly kind: 'replayed'; readonly lost: 'worker' | 'gpu'; readonly step: number };

/** Why there is no graphics processor to train on. */
export type NoGpu = { readonly kind: 'no-webgl' | 'half-precision' };

/** Why a backend was chosen, in milliseconds per step where both were timed; null where one gave no result. */
export type Reason =
  | {
      readonly kind: 'timed';
      readonly winner: 'wasm' | 'webgl';
      readonly wasm: number | null;
      readonly webgl: number | null;
    }
  | { readonly kind: 'emulated' }
  | NoGpu;
