import type { Science } from '../experiment/parameters';
import { sourceOf } from '../images/sources/list';

/** Names of the classes +1 and −1: their signs where images are named for their signal vectors. */
export const classesOf = (science: Science) => sourceOf(science).classes(science) ?? (['+1', '−1'] as const);
