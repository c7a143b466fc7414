/** Rows of one panel: two vectors of four, the height of the forward register tile. */
export const panelRows: i32 = 8;
/** Rows of one block: the bits of one activity mask. */
export const blockRows: i32 = 64;
/** Filters that the forward tile takes at once; each class is padded with zero filters to a multiple of it. */
export const tileFilters: i32 = 4;
/** Bytes of one filter's slopes in one block. */
export const blockBytes: i32 = blockRows * 4;

/** d, padded to a multiple of 4. */
export let dimension: i32 = 0;
/** Filters of one class, padded to a multiple of `tileFilters`. */
export let classFilters: i32 = 0;
/** Classes whose filters this instance holds, class +1 before class −1: both, or one of two instances that share them. */
export let firstClass: i32 = 0;
export let classes: i32 = 2;
export let kappa: f32 = 1;
export let inverseKappa: f32 = 1;
/** Exponent of the slope, q − 1: whole part and fraction. */
export let slopePower: i32 = 1;
export let slopeFraction: f32 = 0;
export let inverseExponent: f32 = 0.5;

/** Holds the filters of `count` classes from `first` on; both where it is not called. */
export function hold(first: i32, count: i32): void {
  firstClass = first;
  classes = count;
}

/** Fixes the shape and the activation for all later calls on this instance. */
export function configure(paddedDimension: i32, paddedClassFilters: i32, q: f64, threshold: f64): void {
  dimension = paddedDimension;
  classFilters = paddedClassFilters;
  kappa = <f32>threshold;
  inverseKappa = <f32>(1 / threshold);
  slopePower = <i32>floor(q - 1);
  slopeFraction = <f32>(q - 1 - floor(q - 1));
  inverseExponent = <f32>(1 / q);
}
