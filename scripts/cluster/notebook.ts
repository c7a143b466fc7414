import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { needed, program, root, type Bench } from './bench';

const packages = ['jupyter-nbconvert', 'python3-ipykernel', 'python3-pandas', 'python3-matplotlib'];

/** The notebook of docs/ANALYSIS.md, over the table that docs/RESULTS.md is made from, run from first cell to last by Debian's Jupyter. */
export async function runNotebook(bench: Bench): Promise<void> {
  needed(['jupyter-nbconvert'], packages);
  const folder = join(bench.folder, 'notebook');
  mkdirSync(folder);
  copyFileSync(join(root, 'examples/notebook/analysis.ipynb'), join(folder, 'analysis.ipynb'));
  for (const table of ['runs.csv.gz', 'curve.csv.gz'])
    copyFileSync(join(root, 'docs/results', table), join(folder, table));
  // Debian's own Python, whatever else is first on the path.
  const env = { PATH: `/usr/bin:/bin:${process.env['PATH']}` };
  const notebook = ['--to', 'notebook', '--execute', '--output', 'made.ipynb', 'analysis.ipynb'];
  program('sh', ['-c', `cd ${folder} && /usr/bin/jupyter-nbconvert ${notebook.join(' ')} 2>&1`], env);
  const made = JSON.parse(readFileSync(join(folder, 'made.ipynb'), 'utf8')) as {
    cells: { cell_type: string; outputs?: { output_type: string; text?: string[] }[] }[];
  };
  const outputs = made.cells.flatMap(({ outputs: of = [] }) => of);
  if (outputs.some(({ output_type }) => output_type === 'error')) throw new Error('a cell failed');
  const said = outputs.flatMap(({ text = [] }) => text).map((line) => line.trimEnd());
  for (const line of said) bench.say(`  ${line}`);
  bench.say(`${made.cells.length} cells, ${outputs.length} outputs, no error`);
}
