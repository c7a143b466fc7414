import { panelNames, usualPanels } from '../src/experiment/parameters';
import { panelOf } from '../src/panels/list';
import { panelDocs } from '../src/strings/en/panels';

const begin = '<!-- panels: npm run docs -->',
  end = '<!-- /panels -->';

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

/** The document with its table as it should be. @throws Error where the document has no place for it. */
export function withPanelDocs(document: string): string {
  const from = document.indexOf(begin),
    to = document.indexOf(end);
  if (from < 0 || to < from) throw new Error(`docs/EMBEDDING.md has no place for the panels: ${begin} … ${end}`);
  return `${document.slice(0, from)}${begin}\n\n${panelTable()}\n\n${document.slice(to)}`;
}
