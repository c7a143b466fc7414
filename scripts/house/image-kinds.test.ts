import { expect, it } from 'vitest';
import { kindFaults } from './image-kinds';

const faults = (text: string, path = 'src/store/plans.ts') => kindFaults(path, text, ['synthetic', 'mnist']).length;

it.each([
  "if (data === 'synthetic') go();",
  "const real = of.data !== 'mnist';",
  'const real = "mnist" == data;',
  'const real = data != `synthetic`;',
  "const real = data === ('mnist' as const);",
  "switch (data) { case 'mnist': go(); }",
  "const real = ['mnist', 'file'].includes(data);",
  "const real = new Set(['mnist']).has(data);",
])('a comparison with a kind of images is found: %s', (text) => {
  expect(faults(text)).toBe(1);
  expect(faults(text, 'src/images/sources/digits/source.ts')).toBe(0);
});

it.each([
  "const words: Record<ImageKind, string> = { synthetic: 'a', mnist: 'b' };",
  "app.change({ data: 'mnist' });",
  "const digits = preset('mnist');",
  'const same = a.data === b.data;',
  "// data === 'mnist'",
  "if (layout === 'grid') go();",
])('what tells no kinds apart is not: %s', (text) => {
  expect(faults(text)).toBe(0);
});
