import type { Machine } from '../machine';
import type { PartResult, Table } from '../part';
import { cells, targetHead } from './text';

export interface Titled extends PartResult {
  readonly title: string;
}

/** What the bench itself puts on a machine: about one worker, and a page or a process beside it. */
const ownLoad = 2;

const busy =
  'the machine was busy with other work, and the times are too long; ratios, being taken within rounds, suffer less';

function isBusy({ load, loadAfter, cores }: Machine): boolean {
  return Math.max(load, loadAfter - ownLoad) > 0.5 * cores;
}

/** The page docs/BENCHMARKS.md. */
export function asMarkdown(machine: Machine, parts: readonly Titled[], rounds: number): string {
  const rows = parts.flatMap((part) => part.rows);
  const missed = rows.filter(({ met }) => met === false);
  const promised = rows.filter(({ met }) => met !== null);
  return (
    [
      '# Benchmarks',
      'Written by `npm run bench`; do not edit, but for the last section, which is kept. `-- --quick` does fewer repeats, `-- --only steps,slider` some parts; neither rewrites this page.',
      [
        `- processor: ${machine.processor}, ${machine.cores} cores, ${machine.memory} of memory, ${machine.system}`,
        `- ${machine.browser}; Node ${machine.node}`,
        `- WebGL: ${machine.renderer}${machine.softwareGl ? ': computed in software, so that WebGL’s times say nothing about a graphics processor' : ''}`,
        `- started ${machine.started} UTC with a load average of ${machine.load.toFixed(2)}, ` +
          `ended with ${machine.loadAfter.toFixed(2)}${isBusy(machine) ? `: ${busy}` : ''}`,
        `- ${rounds} rounds`,
      ].join('\n'),
      '## Targets',
      `${promised.length - missed.length} of ${promised.length} met.${missed.length > 0 ? ` Missed: ${missed.map(({ what }) => what).join('; ')}.` : ''}`,
      table({ title: '', head: targetHead, rows: rows.map(cells) }),
      ...parts.flatMap(({ title, tables, notes }) => [
        `## ${title}`,
        ...tables.flatMap((entry) => [`### ${entry.title}`, table(entry)]),
        ...notes,
      ]),
    ].join('\n\n') + '\n'
  );
}

function table({ head, rows }: Table): string {
  const line = (row: readonly string[]) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
