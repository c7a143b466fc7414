import { answerCalls, noAssetsYet } from './answer-calls';
import { createEngine } from './engine';

// The worker that trains every network by every rule in WebAssembly.
answerCalls(createEngine(noAssetsYet));
