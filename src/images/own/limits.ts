/** Pixels of a side that a collection keeps at most; larger images are averaged down while they are read. */
export const workingSide = 64;
/** Sides of images in arrays. */
export const leastSide = 2,
  mostSide = 4096;
/** Pixels of a collection, in bytes. */
export const mostPixels = 400e6;
export const mostClasses = 1000;
/** Of an entry that has to be held whole: a picture, or an archive within an archive. */
export const mostWhole = 100e6;
