import type { AppState } from '../store/state';
import type { ReadStore } from '../store/store';

/**
 * Keeps the chosen theme and ground on the root element, where the style sheet reads them; `auto` leaves the theme to
 * the system. Not from within React: a theme has its own size of type, which the first drawing asks for.
 */
export function followTheme(store: ReadStore, { dataset }: HTMLElement): void {
  const look = ({ experiment: { theme, embed, ground } }: AppState) => {
    if (theme === 'auto') delete dataset['theme'];
    else if (dataset['theme'] !== theme) dataset['theme'] = theme;
    const wanted = embed ? ground : 'page';
    if (dataset['ground'] !== wanted) dataset['ground'] = wanted;
  };
  store.subscribe(look);
  look(store.getState());
}
