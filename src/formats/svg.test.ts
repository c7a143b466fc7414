import { describe, expect, it } from 'vitest';
import { closeRanks, escapeXml, svgDocument, textLine } from './svg';

const piece = (x: number, y: number, width = 100, height = 50) => ({ x, y, width, height, svg: '' });
const places = (pieces: ReturnType<typeof closeRanks>) => pieces.map(({ x, y }) => [x, y]);

describe('the pieces of a figure', () => {
  it('move to the corner, and close up where the page has something between them', () => {
    expect(places(closeRanks([piece(40, 300), piece(40, 500), piece(40, 560)]))).toEqual([
      [0, 0],
      [0, 68],
      [0, 128],
    ]);
  });

  it('that stand side by side stay so, whatever their order', () => {
    expect(places(closeRanks([piece(160, 305), piece(40, 300, 100, 90), piece(40, 600)]))).toEqual([
      [0, 0],
      [120, 5],
      [0, 108],
    ]);
  });
});

describe('a stand-alone SVG', () => {
  const document = {
    title: 'a < b',
    description: '“c” & d',
    background: '#fff',
    fontFamily: '"Helvetica Neue", sans-serif',
    pieces: [piece(5, 5)],
  };

  it('is as large as its pieces with a margin, and says what it is', () => {
    const { text, width, height } = svgDocument(document);
    expect([width, height]).toEqual([124, 74]);
    expect(text).toContain('viewBox="0 0 124 74" font-family="&quot;Helvetica Neue&quot;, sans-serif"');
    expect(text).toContain(
      '<title>a &lt; b</title>\n<desc>“c” &amp; d</desc>\n<rect width="124" height="74" fill="#fff"/>',
    );
  });

  it('has no ground where it is to be transparent', () => {
    expect(svgDocument({ ...document, background: null }).text).not.toContain('<rect');
  });

  it('holds no character that XML forbids', () => {
    expect(escapeXml('a\u0000b\u001fc\ud800d\uffffe😀"<')).toBe('abcde😀&quot;&lt;');
    expect(textLine('<b>', { size: 10, colour: '"' })).toContain('fill="&quot;">&lt;b&gt;</text>');
  });
});
