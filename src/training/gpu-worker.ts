import { answerCalls, noAssetsYet } from './answer-calls';
import { processorBackends } from './backends/create';
import { createWebglTrainer, loseWebglContext } from './backends/webgl';
import { createEngine } from './engine';

// The worker that trains on the GPU, too: with tfjs, several hundred kilobytes.
answerCalls({
  ...createEngine(noAssetsYet, { ...processorBackends, webgl: createWebglTrainer }),
  async loseContext() {
    loseWebglContext();
    return null;
  },
});
