import type { Parameter } from '../src/experiment/parameter';
import { parameterKeys, parameters } from '../src/experiment/parameters';
import { formatValue } from '../src/experiment/value';
import { parameterDocs as sentences } from '../src/strings/en/parameter-docs';

/** docs/PARAMETERS.md, written from the parameter table. */
export function parameterDocs(): string {
  const rows = parameterKeys.map((key) => {
    const parameter = parameters[key];
    const unit = parameter.unit ? ` (${parameter.unit})` : '';
    return `| \`${key}\` | ${parameter.label}${unit} | ${allowed(parameter)} | ${shown(formatValue(parameter, parameter.default))} | ${parameter.invalidates} | ${sentences[key]} |`;
  });
  return `# Parameters

Written from the table in \`src/experiment/parameters.ts\` and the sentences in \`src/strings/en/parameter-docs.ts\` by \`npm run docs\`; do not edit by hand.

A link is the page's address with \`#v=1&key=value&…\`: only keys that differ from their default are written, in this
order. \`?key=value\` is read as well; where both are given, the hash wins. An unknown key is ignored and a bad value is
clamped or replaced, each with a visible notice. "Makes anew" says what a change redraws: the images (and all that
follows), the filters (and the training), the training, or only the view.

| key | parameter | values | default | makes anew | meaning |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

Combinations that cannot be are mended, with a notice: 2K larger than a patch has room for; more MNIST images than the
page ships; more sliding windows than 64; a depth or token without its network; a transformer narrower than 16; a batch of more
images than there are; images of more than 4096 pixels without weight sharing; a first step beyond the last. Width, learning rate
and steps that a link does not name are those of its network and optimiser: 64, 15, 300; the deep CNN 32, 15, 300; the
transformer 32, 5, 300, with linear tokens 32, 1, 150; the learning rate with Adam 0.01.
`;
}

function allowed(parameter: Parameter): string {
  switch (parameter.kind) {
    case 'number':
      return `${parameter.min} to ${parameter.max}${parameter.integer ? ', whole' : ''}`;
    case 'choice':
      return Object.keys(parameter.values).map(code).join(', ');
    case 'flag':
      return '`1`, `0`';
    case 'pair':
      return 'two different digits, `0-1`';
    case 'list':
      return `list of ${parameter.values.map(code).join(', ')}`;
    case 'runs':
      return `up to ${parameter.most} runs, \`key:value,key:value;…\``;
    case 'lines':
      return `up to ${parameter.most} lines of ${parameter.longest} characters, \`one;two;…\``;
    case 'classes':
      return 'two different names, `ship,horse`';
    case 'name':
      return 'lower-case letters, digits, hyphens';
  }
}

const code = (text: string) => `\`${text}\``;
const shown = (text: string) => (text === '' ? '–' : code(text));
