/** A document of a few kinds of blocks; text may hold `code`, **bold** and [links](to other documents). */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

const cells = (row: readonly string[]) => `| ${row.join(' | ')} |`;

export function asMarkdown(blocks: readonly Block[]): string {
  const written = blocks.map((block) => {
    switch (block.kind) {
      case 'title':
        return `# ${block.text}`;
      case 'heading':
        return `## ${block.text}`;
      case 'text':
        return block.text;
      case 'list':
        return block.items.map((item) => `- ${item}`).join('\n');
      case 'table':
        return [block.head, block.head.map((_, i) => (i === 0 ? '---' : '--:')), ...block.rows].map(cells).join('\n');
    }
  });
  return `${written.join('\n\n')}\n`;
}

const style = `body{font:17px/1.5 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}
table{border-collapse:collapse;font:14px/1.4 system-ui,sans-serif;font-variant-numeric:tabular-nums;display:block;overflow-x:auto}
th,td{white-space:nowrap;padding:.25rem .6rem;text-align:right;border-bottom:1px solid #ddd}th:first-child,td:first-child{text-align:left}
a{color:#0072b2}@media(prefers-color-scheme:dark){body{color:#ddd;background:#161616}th,td{border-color:#444}a{color:#6cb8e6}}`;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const inline = (text: string) =>
  escaped(text)
    .replaceAll(/`([^`]+)`/g, '<code>$1</code>')
    .replaceAll(/\*\*([^*]+)\*\*/g, '<b>$1</b>')
    // Other documents are not on the page.
    .replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1');

/** A page of its own, beside the figure's. */
export function asHtml(blocks: readonly Block[]): string {
  const row = (of: readonly string[], cell: 'th' | 'td') =>
    `<tr>${of.map((text) => `<${cell}>${inline(text)}</${cell}>`).join('')}</tr>`;
  const written = blocks.map((block) => {
    switch (block.kind) {
      case 'title':
        return `<p><a href="./">Rank under noise</a></p>\n<h1>${inline(block.text)}</h1>`;
      case 'heading':
        return `<h2>${inline(block.text)}</h2>`;
      case 'text':
        return `<p>${inline(block.text)}</p>`;
      case 'list':
        return `<ul>\n${block.items.map((item) => `<li>${inline(item)}</li>`).join('\n')}\n</ul>`;
      case 'table':
        return `<table tabindex="0">\n<thead>${row(block.head, 'th')}</thead>\n<tbody>\n${block.rows.map((one) => row(one, 'td')).join('\n')}\n</tbody>\n</table>`;
    }
  });
  const title = blocks.find(({ kind }) => kind === 'title') as { readonly text: string };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${inline(title.text)} · Rank under noise</title>
<style>${style}</style>
</head>
<body>
${written.join('\n')}
</body>
</html>
`;
}
