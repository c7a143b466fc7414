/** Longer lines are broken, between attributes and within paths. */
const WIDTH = 120;

/** An SVG element as a file that stands alone: a line for each element, so that a change shows as the lines it changes. */
export function svgText(svg: SVGSVGElement, background: string): string {
  const lines: string[] = [];
  const write = (element: Element, indent: string, given: readonly string[]) => {
    const attributes = [
      ...given,
      ...Array.from(element.attributes, ({ name, value }) => `${name}="${folded(escaped(value), indent)}"`),
    ];
    const children = Array.from(element.children);
    const text = children.length === 0 ? escaped(element.textContent) : '';
    const [close, end] =
      children.length > 0 ? ['>', ''] : text === '' ? ['/>', ''] : ['>', `${text}</${element.tagName}>`];
    const line = `${indent}<${[element.tagName, ...attributes].join(' ')}${close}${end}`;
    lines.push(
      line.length <= WIDTH
        ? line
        : `${indent}<${element.tagName}${attributes.map((each) => `\n${indent}  ${each}`).join('')}${close}${end}`,
    );
    for (const child of children) write(child, `${indent}  `, []);
    if (children.length > 0) lines.push(`${indent}</${element.tagName}>`);
  };
  // The page behind a chart has the colour of its theme.
  write(svg, '', ['xmlns="http://www.w3.org/2000/svg"', `style="background:${background}"`]);
  return `${lines.join('\n')}\n`;
}

/** A long path on lines of its own: white space before a command means nothing. */
function folded(value: string, indent: string): string {
  if (value.length <= WIDTH / 2 || !/^M[-\d]/.test(value)) return value;
  const rows: string[] = [''];
  for (const command of value.match(/[A-Z][^A-Z]*/g) ?? []) {
    if (indent.length + 4 + rows.at(-1)!.length + command.length > WIDTH) rows.push('');
    rows.push(`${rows.pop()!}${command}`);
  }
  return rows.map((row) => `\n${indent}    ${row}`).join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
