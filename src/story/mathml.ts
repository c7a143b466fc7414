import type { AriaAttributes, DOMAttributes, ReactNode, Ref } from 'react';

/** MathML Core, as far as the formulas need it; React's own types leave it out. */
interface MathAttributes extends AriaAttributes, DOMAttributes<Element> {
  readonly children?: ReactNode;
  readonly className?: string | undefined;
  readonly ref?: Ref<Element>;
  readonly tabIndex?: number | undefined;
  readonly display?: 'block' | 'inline';
  readonly mathvariant?: 'normal';
  readonly stretchy?: 'false' | 'true';
  readonly fence?: 'false' | 'true';
  readonly separator?: 'false' | 'true';
  readonly columnalign?: string;
  readonly 'data-symbol'?: string;
}

type MathElement =
  | 'math'
  | 'mrow'
  | 'mi'
  | 'mn'
  | 'mo'
  | 'mtext'
  | 'mfrac'
  | 'msqrt'
  | 'msup'
  | 'msub'
  | 'msubsup'
  | 'munder'
  | 'munderover'
  | 'mtable'
  | 'mtr'
  | 'mtd'
  | 'mspace';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Record<MathElement, MathAttributes> {}
  }
}
