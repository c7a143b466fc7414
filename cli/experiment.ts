import { writeFile } from 'node:fs/promises';
import { InputError, readArguments } from './arguments';
import { run } from './run';

try {
  const given = readArguments(process.argv.slice(2));
  const json = `${JSON.stringify(await run(given))}\n`;
  if (given.out === null) process.stdout.write(json);
  else {
    await writeFile(given.out, json).catch((error: NodeJS.ErrnoException) => {
      throw new InputError(`--out: cannot write ${given.out} (${error.code})`);
    });
  }
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  // One line, whatever was quoted from the input.
  process.stderr.write(`${error.message.replaceAll(/\s+/g, ' ')}\n`);
  process.exitCode = 2;
}
