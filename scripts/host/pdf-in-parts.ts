import type { Plugin } from 'vite';

/** What jsPDF fetches only to print HTML and SVG elements, which nothing here does: 200 kB of gzip that would be kept offline for nobody. */
const unused = new Set(['html2canvas', 'dompurify', 'canvg']);

/** Builds leave out the parts of jsPDF that are not used. */
export function pdfInParts(): Plugin {
  return {
    name: 'pdf-in-parts',
    enforce: 'pre',
    apply: 'build',
    resolveId: (id) => (unused.has(id) ? `\0without-${id}` : null),
    load: (id) => (id.startsWith('\0without-') ? 'export default null;' : null),
  };
}
