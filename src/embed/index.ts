export { createEmbed } from './create-embed';
export type * from './protocol';
export type * from './types';
