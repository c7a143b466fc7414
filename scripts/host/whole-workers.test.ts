import { expect, it } from 'vitest';
import { workerFaults } from './whole-workers';

const page = {
  path: 'assets/index-1.js',
  text: 'new Worker(new URL(new URL(`worker-2.js`,import.meta.url).href,``+import.meta.url),{type:`module`})',
};
const worker = { path: 'assets/worker-2.js', text: 'onmessage=()=>postMessage("import(`./a.js`)")' };

it('finds nothing wrong with workers that import nothing and are imported by nothing', () => {
  expect(workerFaults([page, worker, { path: 'assets/a.js', text: 'import"./index-1.js";' }])).toEqual([]);
});

it('names a script that imports a worker’s, in whatever way', () => {
  for (const text of [
    'import{t}from"./worker-2.js";t()',
    'import"./worker-2.js"',
    'import(`./worker-2.js`)',
    'export*from"./worker-2.js"',
    'export{t}from"./worker-2.js"',
  ]) {
    expect(workerFaults([page, worker, { path: 'assets/kernel-3.js', text }]), text).toEqual([
      "assets/kernel-3.js imports ./worker-2.js, which is a worker's",
    ]);
  }
});

it('names a worker’s script that imports another, also later', () => {
  for (const text of ['import"./a.js"', 'onmessage=()=>import("./a.js")', 'export*from"./a.js"']) {
    expect(workerFaults([page, { ...worker, text }]), text).toEqual([
      "assets/worker-2.js, which is a worker's, imports ./a.js",
    ]);
  }
});

it('names a worker that is not there, and refuses a page that starts none', () => {
  expect(workerFaults([page])).toEqual(['assets/worker-2.js is started as a worker and was not built']);
  expect(() => workerFaults([worker])).toThrow('No built script starts a worker');
});
