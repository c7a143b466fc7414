import type { KeyboardEvent } from 'react';
import type { ParameterKey } from '../experiment/parameters';
import { useApp } from '../store/use-app';
import { useWords } from '../store/words';

/**
 * How a slider gives its parameter the default value back: by a double click or the keys Delete and Backspace. `hint` says so,
 * the handlers are for the input; nothing of it where the slider changes no parameter.
 */
export function useDefault(name: ParameterKey | undefined) {
  const app = useApp();
  const hint = useWords().sliders.toDefault;
  if (!name) return { hint: null, handlers: {} };
  return {
    hint,
    handlers: {
      onDoubleClick: () => app.toDefault(name),
      onKeyDown: ({ key }: KeyboardEvent) => {
        if (key === 'Delete' || key === 'Backspace') app.toDefault(name);
      },
    },
  };
}
