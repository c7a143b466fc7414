import { panelNames, usualPanels } from '../src/experiment/parameters';
import { panelOf } from '../src/panels/list';
import { panelDocs } from '../src/strings/en/panels';
import { withWritten } from './written';

const saved = { drawing: 'its drawing', ranks: 'the three ranks', nothing: '–' } as const;

/** Every panel as docs/EMBEDDING.md lists them, from the list of panels. */
export function panelTable(): string {
  const rows = panelNames.map((name) => {
    const { saves, room } = panelOf(name);
    const usual = usualPanels.includes(name) ? 'yes' : '';
    return `| \`${name}\` | ${panelDocs[name]} | ${usual} | ${saved[saves]} | ${room.least} px |`;
  });
  return [
    '| `show` | what it shows | without being asked | `snapshot` | least height |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

/** docs/EMBEDDING.md with its table as it should be. */
export function withPanelDocs(document: string): string {
  return withWritten(document, 'panels', panelTable());
}
