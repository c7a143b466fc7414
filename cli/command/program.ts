import { Command, CommanderError } from 'commander';
import { ProblemError } from '../../src/problems/problem';
import { problems } from '../../src/strings/en/problems';
import { WorkerCrashedError } from '../../src/training/protocol';
import { InputError } from '../input-error';
import { addCheck } from './checking';
import type { Surroundings } from './common';
import { addCompletion } from './completion';
import { WriteError } from './lines-file';
import { addFigure } from './drawing';
import { addMaking } from './making';
import { addMerge } from './putting-together';
import { packageVersion } from './versions';

/** The whole command, ready to parse. */
function createProgram(surroundings: Surroundings): Command {
  const { stdout } = surroundings;
  const program = new Command('rank-under-noise')
    .description(
      'Trains networks on images under noise, as the page “Rank under noise” does, and measures ranks: on one core or on many machines.',
    )
    .version(packageVersion, '-V, --version', 'say the version')
    .helpOption('-h, --help', 'say how it is used')
    .helpCommand('help [command]', 'say how a command is used')
    .showHelpAfterError(false)
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      // What is wrong is said once, by whoever catches it.
      writeErr: () => {},
    });
  addMaking(program, surroundings);
  addMerge(program, surroundings);
  addCheck(program, surroundings);
  addFigure(program, surroundings);
  addCompletion(program);
  return program;
}

/**
 * Runs the command. @param argv without program and script.
 * @returns its exit code: 0; 1 where something failed on the way, 2 for bad input, each with one line on stderr that names it.
 */
export async function main(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const complain = (message: string, code: number) => {
    surroundings.stderr.write(`${message.replaceAll(/\s+/g, ' ').trim()}\n`);
    return code;
  };
  try {
    await createProgram(surroundings).parseAsync([...argv], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      // Help that was shown because no command was named.
      if (error.code === 'commander.help') return complain('a command is missing; --help lists them', 2);
      return complain(error.message.replace(/^error: /, ''), 2);
    }
    if (error instanceof InputError) return complain(error.message, 2);
    if (error instanceof WriteError) return complain(`${error.message}; --resume goes on`, 1);
    if (error instanceof WorkerCrashedError)
      return complain(`a worker ended by itself (${problems.text(error.problem)}); --resume goes on`, 1);
    if (error instanceof ProblemError) return complain(problems.text(error.problem), 1);
    throw error;
  }
}
