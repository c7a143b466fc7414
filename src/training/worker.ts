import { answerCalls, noAssetsYet } from './answer-calls';
import { firstBackends } from './backends/create';
import { createEngineWith } from './engine';

// The worker that every page starts: with the backends of the processor, and without tfjs.
answerCalls(createEngineWith(noAssetsYet, firstBackends));
