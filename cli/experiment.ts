import { ProblemError } from '../src/problems/problem';
import { problems } from '../src/strings/en/problems';
import { WorkerCrashedError } from '../src/training/protocol';
import { parse, readArguments, usage, type Arguments } from './arguments';
import { InputError } from './input-error';
import { readImages } from './own-images';
import { checkOutput, writeOutput } from './output';
import { run } from './run';
import { runSweep } from './sweep';
import { sweepTable } from './sweep-table';
import { createThreadCaller } from './worker-caller';
import { freshLine, terminalProgress } from './terminal-progress';

/** What the command prints. */
async function textOf({ source, backend, ...rest }: Arguments): Promise<string> {
  if (!('sweep' in source)) return `${JSON.stringify(await run({ source, backend, ...rest }, say))}\n`;
  const result = await runSweep(source.sweep, backend, say, terminalProgress(process.stderr), () =>
    createThreadCaller({ collection: rest.collection, keeps: 'end' }),
  );
  return source.sweep.format === 'csv' ? sweepTable(result) : `${JSON.stringify(result)}\n`;
}

/** One line, whatever was quoted from the input. */
function say(message: string): void {
  // A sweep that was given up leaves its progress behind.
  if (process.stderr.isTTY) process.stderr.write(freshLine);
  process.stderr.write(`${message.replaceAll(/\s+/g, ' ')}\n`);
}

function complain(message: string, code: number): void {
  say(message);
  process.exitCode = code;
}

try {
  const argv = process.argv.slice(2);
  const { help, images } = parse(argv);
  if (help) await writeOutput(null, `${usage}\n`);
  else {
    const given = readArguments(argv, await readImages(images));
    // Before hours of computing, not after them.
    if (given.out !== null) await checkOutput(given.out);
    await writeOutput(given.out, await textOf(given));
  }
} catch (error) {
  if (error instanceof InputError) complain(error.message, 2);
  else if (error instanceof WorkerCrashedError)
    complain(`the sweep was given up: a worker ended by itself (${problems.text(error.problem)})`, 1);
  // With its words, for whoever reads the trace.
  else if (error instanceof ProblemError) throw new Error(problems.text(error.problem), { cause: error });
  else throw error;
}
