import type { ReactNode } from 'react';
import { useAppState } from '../store/use-app';
import { useStrings } from '../store/words';
import { Formula, S } from './formula';

const TwoK = () => (
  <mrow>
    <mn>2</mn>
    <S of="k">K</S>
  </mrow>
);

/** In parentheses as high as what is in them. */
const Within = ({ children }: { children: ReactNode }) => (
  <mrow>
    <mo>(</mo>
    {children}
    <mo>)</mo>
  </mrow>
);

/** Σ sᵢ² / s₁². */
export function StableRankFormula() {
  const { rank, glossary } = useStrings();
  return (
    <Formula name={rank.formula} symbols={[]}>
      <mtext>{glossary['stable-rank'].name}</mtext>
      <mo>=</mo>
      <mfrac>
        <mrow>
          <munder>
            <mo>∑</mo>
            <mi>i</mi>
          </munder>
          <msubsup>
            <mi>s</mi>
            <mi>i</mi>
            <mn>2</mn>
          </msubsup>
        </mrow>
        <msubsup>
          <mi>s</mi>
          <mn>1</mn>
          <mn>2</mn>
        </msubsup>
      </mfrac>
    </Formula>
  );
}

/** f = F₊ − F₋, F_j(x) = (1/m) Σ_r Σ_p φ(⟨w_{j,r}, x⁽ᵖ⁾⟩). */
export function NetworkFormula() {
  const { network } = useStrings();
  return (
    <Formula name={network.formula} symbols={['m', 'patches']}>
      <mtable>
        <mtr>
          <mtd>
            <mi>f</mi>
            <Within>
              <mi>x</mi>
            </Within>
            <mo>=</mo>
            <msub>
              <mi>F</mi>
              <mo>+</mo>
            </msub>
            <Within>
              <mi>x</mi>
            </Within>
            <mo>−</mo>
            <msub>
              <mi>F</mi>
              <mo>−</mo>
            </msub>
            <Within>
              <mi>x</mi>
            </Within>
          </mtd>
        </mtr>
        <mtr>
          <mtd>
            <msub>
              <mi>F</mi>
              <mi>j</mi>
            </msub>
            <Within>
              <mi>x</mi>
            </Within>
            <mo>=</mo>
            <mfrac>
              <mn>1</mn>
              <S of="m">m</S>
            </mfrac>
            <munderover>
              <mo>∑</mo>
              <mrow>
                <mi>r</mi>
                <mo>=</mo>
                <mn>1</mn>
              </mrow>
              <S of="m">m</S>
            </munderover>
            <munderover>
              <mo>∑</mo>
              <mrow>
                <mi>p</mi>
                <mo>=</mo>
                <mn>1</mn>
              </mrow>
              <S of="patches">P</S>
            </munderover>
            <mi>φ</mi>
            <Within>
              <mo>⟨</mo>
              <msub>
                <mi>w</mi>
                <mrow>
                  <mi>j</mi>
                  <mo>,</mo>
                  <mi>r</mi>
                </mrow>
              </msub>
              <mo>,</mo>
              <msup>
                <mi>x</mi>
                <mrow>
                  <mo>(</mo>
                  <mi>p</mi>
                  <mo>)</mo>
                </mrow>
              </msup>
              <mo>⟩</mo>
            </Within>
          </mtd>
        </mtr>
      </mtable>
    </Formula>
  );
}

/** φ(z): 0; z^q/(qκ^{q−1}); z − (1 − 1/q)κ. */
export function ActivationFormula() {
  const { winner } = useStrings();
  return (
    <Formula name={winner.formula} symbols={['q', 'kappa']}>
      <mi>φ</mi>
      <Within>
        <mi>z</mi>
      </Within>
      <mo>=</mo>
      <mrow>
        <mo>{'{'}</mo>
        <mtable>
          <mtr>
            <mtd>
              <mn>0</mn>
            </mtd>
            <mtd>
              <mi>z</mi>
              <mo>≤</mo>
              <mn>0</mn>
            </mtd>
          </mtr>
          <mtr>
            <mtd>
              <mfrac>
                <msup>
                  <mi>z</mi>
                  <S of="q">q</S>
                </msup>
                <mrow>
                  <S of="q">q</S>
                  <msup>
                    <S of="kappa">κ</S>
                    <mrow>
                      <S of="q">q</S>
                      <mo>−</mo>
                      <mn>1</mn>
                    </mrow>
                  </msup>
                </mrow>
              </mfrac>
            </mtd>
            <mtd>
              <mn>0</mn>
              <mo>≤</mo>
              <mi>z</mi>
              <mo>≤</mo>
              <S of="kappa">κ</S>
            </mtd>
          </mtr>
          <mtr>
            <mtd>
              <mi>z</mi>
              <mo>−</mo>
              <Within>
                <mn>1</mn>
                <mo>−</mo>
                <mfrac>
                  <mn>1</mn>
                  <S of="q">q</S>
                </mfrac>
              </Within>
              <S of="kappa">κ</S>
            </mtd>
            <mtd>
              <mtext>{winner.otherwise}</mtext>
            </mtd>
          </mtr>
        </mtable>
      </mrow>
    </Formula>
  );
}

/** n·SNR^q against 2K, and SNR = μ/(σ√(d − 2K)): the noise's own dimensions, where it is projected off the signal. */
export function RaceFormula() {
  const { race } = useStrings();
  const projected = useAppState(({ experiment }) => experiment.project);
  return (
    <Formula name={race.formula} symbols={['mu', 'sigma', 'side', 'n', 'q', 'k']}>
      <S of="n">n</S>
      <mo>·</mo>
      <msup>
        <mtext>SNR</mtext>
        <S of="q">q</S>
      </msup>
      <mo>≷</mo>
      <TwoK />
      <mtext>{'\u2003'}</mtext>
      <mtext>SNR</mtext>
      <mo>=</mo>
      <mfrac>
        <S of="mu">μ</S>
        <mrow>
          <S of="sigma">σ</S>
          <msqrt>
            <S of="side">d</S>
            {projected && (
              <>
                <mo>−</mo>
                <TwoK />
              </>
            )}
          </msqrt>
        </mrow>
      </mfrac>
    </Formula>
  );
}

/** σ* = (μ/√d)(n/2K)^{1/q}. */
export function CriticalFormula() {
  const { race } = useStrings();
  return (
    <Formula name={race.critical} symbols={[]}>
      <msup>
        <mi>σ</mi>
        <mo>*</mo>
      </msup>
      <mo>=</mo>
      <mfrac>
        <S of="mu">μ</S>
        <msqrt>
          <S of="side">d</S>
        </msqrt>
      </mfrac>
      <msup>
        <mrow>
          <Within>
            <S of="n">n</S>
            <mo>/</mo>
            <TwoK />
          </Within>
        </mrow>
        <mrow>
          <mn>1</mn>
          <mo>/</mo>
          <S of="q">q</S>
        </mrow>
      </msup>
    </Formula>
  );
}
