import { answerCalls, noAssetsYet } from './answer-calls';
import { createEngine } from './engine';

// The worker that every page starts: with the backends of the processor, and without tfjs.
answerCalls(createEngine(noAssetsYet));
