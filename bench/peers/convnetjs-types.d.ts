declare module 'convnetjs' {
  /** A volume: values and their gradients, in double precision. */
  export class Vol {
    constructor(width: number, height: number, depth: number, fill?: number);
    w: Float64Array;
    dw: Float64Array;
  }

  export class FullyConnLayer {
    constructor(options: { in_sx: number; in_sy: number; in_depth: number; num_neurons: number; bias_pref?: number });
    filters: Vol[];
    biases: Vol;
    in_act: Vol;
    out_act: Vol;
    forward(input: Vol, training?: boolean): Vol;
    backward(): void;
  }
}
