import { parseSync } from 'vite';

const comparisons = ['===', '!==', '==', '!='];
const searches = ['includes', 'indexOf', 'has'];

/** Where kinds of images may be told apart by name. */
const home = /^src\/images\//;

/** A node of the syntax tree (ESTree, with TypeScript's own). */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly [member: string]: unknown;
}

/**
 * Comparisons with the name of a kind of images, which hold for the kinds of today alone: whatever differs by kind is asked
 * of its source, or stands in a record with an entry for each, which the compiler keeps whole.
 * @param path from the root of the project. @param kinds values of `data`.
 */
export function kindFaults(path: string, text: string, kinds: readonly string[]): string[] {
  // Most files hold no such name, and need no tree.
  if (home.test(path) || !kinds.some((kind) => text.includes(kind))) return [];
  const isKind = (value: unknown): boolean => {
    if (!isNode(value)) return false;
    if (value.type === 'Literal') return kinds.includes(String(value['value']));
    if (value.type === 'TemplateLiteral') return kinds.some((kind) => text.startsWith(`\`${kind}\``, value.start));
    return isKind(value['expression']);
  };
  const compares = (node: Node): boolean => {
    if (node.type === 'SwitchCase') return isKind(node['test']);
    if (node.type === 'BinaryExpression')
      return comparisons.includes(String(node['operator'])) && (isKind(node['left']) || isKind(node['right']));
    const { callee } = node;
    if (node.type !== 'CallExpression' || !isNode(callee) || !isNode(callee['property'])) return false;
    if (!searches.includes(String(callee['property']['name'])) || !isNode(callee['object'])) return false;
    const searched = callee['object'];
    const list = searched.type === 'NewExpression' ? (searched['arguments'] as unknown[])[0] : searched;
    return isNode(list) && list.type === 'ArrayExpression' && (list['elements'] as unknown[]).some(isKind);
  };
  return nodesOf(parseSync(path, text).program)
    .filter(compares)
    .map(({ start }) => {
      const line = text.slice(0, start).split('\n').length;
      return `${path}:${line} compares with a kind of images by name: ask its source (src/images/sources/source.ts)`;
    });
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** Every node of a tree. */
function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (!isNode(value)) return [];
  return [value, ...Object.values(value).flatMap(nodesOf)];
}
