import type { PictureMarks } from './kit/names';

export const marks: PictureMarks = { plus: 'class +1', minus: 'class −1', noise: 'noise', idle: 'idle', rest: 'rest' };
