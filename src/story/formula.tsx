import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { isRelevant } from '../experiment/relevance';
import { useAppState } from '../store/use-app';
import { useStrings } from '../store/words';
import type { Symbol as SymbolName } from '../strings/terms';
import { Symbol } from './symbol';

interface Pointing {
  readonly active: SymbolName | null;
  point(name: SymbolName | null): void;
  press(name: SymbolName): void;
}
const Pointed = createContext<Pointing>({ active: null, point() {}, press() {} });

/**
 * A formula and, below it, what its symbols stand for now. Pointing at a symbol marks its value and its slider,
 * pressing opens its field; keys and screen readers do the same with the values, which are buttons, so that the
 * formula itself is read as mathematics.
 */
export function Formula({
  name,
  symbols,
  children,
}: {
  name: string;
  symbols: readonly SymbolName[];
  children: ReactNode;
}) {
  const strings = useStrings();
  const experiment = useAppState((state) => state.experiment);
  const [active, point] = useState<SymbolName | null>(null);
  const [list, setList] = useState<HTMLElement | null>(null);
  const [math, setMath] = useState<Element | null>(null);
  const scrolls = useScrolls(math);
  const shown = symbols.filter((symbol) => symbol === 'patches' || symbol === 'side' || isRelevant(symbol, experiment));
  const press = (symbol: SymbolName) =>
    list?.querySelector<HTMLElement>(`[data-value="${symbol}"] > .tip-anchor > button`)?.click();
  return (
    <figure className="formula">
      <Pointed value={{ active, point, press }}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <math className="notranslate" display="block" ref={setMath} tabIndex={scrolls ? 0 : undefined}>
          {children}
        </math>
      </Pointed>
      <figcaption className="visually-hidden">{name}</figcaption>
      {shown.length > 0 && (
        <ul className="where" ref={setList} aria-label={strings.where}>
          {shown.map((symbol) => (
            <li key={symbol} data-value={symbol}>
              <Symbol name={symbol} active={active === symbol} onActive={(on) => point(on ? symbol : null)} />{' '}
              <span className="what">{strings.symbols[symbol]}</span>
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
}

/**
 * Whether a formula is wider than its box, which depends on the device's font: it must then take the focus, or keys could
 * not scroll it. Only some browsers give it to what scrolls by themselves.
 */
function useScrolls(math: Element | null): boolean {
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    if (!math) return;
    const observer = new ResizeObserver(() => setScrolls(math.scrollWidth > math.clientWidth));
    observer.observe(math);
    return () => observer.disconnect();
  }, [math]);
  return scrolls;
}

/** One symbol in a formula that is a parameter. */
export function S({ of, children, upright = false }: { of: SymbolName; children: ReactNode; upright?: boolean }) {
  const { active, point, press } = useContext(Pointed);
  return (
    <mi
      className={active === of ? 'symbol active' : 'symbol'}
      data-symbol={of}
      {...(upright ? { mathvariant: 'normal' as const } : {})}
      onPointerEnter={({ pointerType }) => pointerType === 'mouse' && point(of)}
      onPointerLeave={({ pointerType }) => pointerType === 'mouse' && point(null)}
      onClick={() => press(of)}
    >
      {children}
    </mi>
  );
}
