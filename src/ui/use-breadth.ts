import { widthInHelvetica } from '../charts/kit/text-width';
import { lightTheme } from '../charts/kit/theme';
import { measured, onResize } from './measured';

/** Words as charts have them, at the size that they have there: browsers enlarge what is below the visitor's least. */
const sample = 'noise fills all other directions, σ = 0.25';
const fontSize = lightTheme.fontSize.tick;
/** Wider than this counts: kerning and rounding are no other font. */
const tolerance = 0.02;

function read(): number {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg'),
    text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  svg.setAttribute('class', 'chart notranslate');
  svg.style.cssText = 'position: absolute; width: 0; height: 0; visibility: hidden';
  text.setAttribute('font-family', lightTheme.fontFamily);
  text.setAttribute('font-size', String(fontSize));
  text.textContent = sample;
  svg.append(text);
  document.body.append(svg);
  // jsdom measures nothing.
  const width = text.getComputedTextLength?.() ?? 0;
  svg.remove();
  const breadth = width / widthInHelvetica(sample, fontSize);
  return breadth > 1 + tolerance ? Math.round(100 * breadth) / 100 : 1;
}

/** How many times as wide as in Helvetica charts' words are: by the fonts there are, or as the visitor has them spaced. */
export const useBreadth = measured(1, read, (look) => {
  const stop = onResize(look);
  // Spacing is set by a style sheet that is put into the page.
  const styles = new MutationObserver((changes) => {
    if (changes.some(({ addedNodes, removedNodes }) => [...addedNodes, ...removedNodes].some(isStyle))) look();
  });
  styles.observe(document.head, { childList: true });
  return () => {
    stop();
    styles.disconnect();
  };
}).use;

const isStyle = ({ nodeName }: Node) => nodeName === 'STYLE';
