import { answerCalls, noAssetsYet } from './answer-calls';
import { processorBackends } from './backends/create';
import { createEngine } from './engine';
import { answerBeside, besideName, onTwoThreads } from './two-threads';

const spawnBeside = () => new Worker(self.location.href, { type: 'module', name: besideName });

// The worker that trains every network by every rule in WebAssembly, large ones on two threads: the second
// is a worker of this same script.
if (self.name === besideName) answerBeside();
else
  answerCalls(
    createEngine(noAssetsYet, {
      ...processorBackends,
      wasmAlone: onTwoThreads(spawnBeside, navigator.hardwareConcurrency),
    }),
  );
