// Plain JavaScript, because a worker thread of Node 20 starts without the loader that its parent reads TypeScript with.
import { register } from 'tsx/esm/api';

register();
await import('./sweep-worker.ts');
