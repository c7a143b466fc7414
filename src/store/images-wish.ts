import { createStore } from 'zustand/vanilla';

/** A file and where it lay: folders above it name classes and sets. */
export interface GivenFile {
  /** With slashes. */
  readonly path: string;
  readonly bytes: File;
}

/** Whether somebody wants to bring images: files to be read, `choose` where they are still to be chosen, or null. */
export const imagesWish = createStore<{ readonly wish: 'choose' | readonly GivenFile[] | null }>(() => ({
  wish: null,
}));
