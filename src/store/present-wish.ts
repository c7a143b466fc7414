import { createStore } from 'zustand/vanilla';

/** Whether somebody wants the page presented. Full screen is asked for while the press that wished it still counts as one. */
export const presentWish = createStore<{ readonly wished: boolean }>(() => ({ wished: false }));
