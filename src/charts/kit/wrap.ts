import { textWidth } from './text-width';

/** Words with the space after them, no-break ones within; Chinese character by character, punctuation with what it follows. */
const pieces = /[\u2e80-\u9fff][\u3000-\u303f\uff00-\uff65]* *|[^ \u2e80-\u9fff]+ */gu;

/** Text in lines no wider than `width` pixels; a word that is wider has a line of its own. */
export function wrapped(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [piece] of text.matchAll(pieces)) {
    if (line !== '' && textWidth((line + piece).trimEnd(), fontSize) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}

/** As `wrapped`, but in lines of about the same length: as many as they have to be, and none of a single word at the end. */
export function balanced(text: string, width: number, fontSize: number): string[] {
  let lines = wrapped(text, width, fontSize);
  if (!Number.isFinite(width) || fontSize <= 0) return lines;
  for (let narrower = width - fontSize; narrower > 0; narrower -= fontSize) {
    const tighter = wrapped(text, narrower, fontSize);
    if (tighter.length > lines.length || tighter.some((line) => textWidth(line, fontSize) > narrower)) break;
    lines = tighter;
  }
  return lines;
}
