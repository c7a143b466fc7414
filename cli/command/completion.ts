import addTab from '@bomb.sh/tab/commander';
import type { Command } from 'commander';
import { parameters, scienceKeys } from '../../src/experiment/parameters';

/** Commands whose values are keys of the table. */
const withValues = ['run', 'sweep', 'map', 'figure'];

/** `complete bash`, `zsh`, `fish` or `powershell` prints a script for the shell, which asks `complete --` for what could follow. */
export function addCompletion(program: Command): void {
  const tab = addTab(program);
  for (const name of withValues)
    tab.commands.get(name)?.argument(
      'values',
      (complete) => {
        for (const key of scienceKeys) complete(`${key}=`, parameters[key].label);
      },
      true,
    );
}
