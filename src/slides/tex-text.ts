import { ProblemError } from '../problems/problem';

/** What plain pdflatex lacks letters for, as mathematics. */
const inMaths: Readonly<Record<string, string>> = {
  α: '\\alpha',
  β: '\\beta',
  γ: '\\gamma',
  δ: '\\delta',
  ε: '\\varepsilon',
  η: '\\eta',
  θ: '\\theta',
  κ: '\\kappa',
  λ: '\\lambda',
  μ: '\\mu',
  π: '\\pi',
  ρ: '\\rho',
  σ: '\\sigma',
  τ: '\\tau',
  φ: '\\varphi',
  Π: '\\Pi',
  Σ: '\\Sigma',
  Φ: '\\Phi',
  '×': '\\times',
  '−': '-',
  '·': '\\cdot',
  '±': '\\pm',
  '≤': '\\le',
  '≥': '\\ge',
  '≈': '\\approx',
  '≠': '\\ne',
  '∞': '\\infty',
  '√': '\\surd',
  '→': '\\to',
  '←': '\\leftarrow',
  '↑': '\\uparrow',
  '↓': '\\downarrow',
  '′': "'",
  '∈': '\\in',
  '°': '^\\circ',
  '‖': '\\|',
  '⟨': '\\langle',
  '⟩': '\\rangle',
  '∑': '\\sum',
  '∂': '\\partial',
  '½': '\\frac12',
  '¼': '\\frac14',
  '¾': '\\frac34',
};
const inWords: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '“': '``',
  '”': "''",
  '‘': '`',
  '’': "'",
  '–': '--',
  '—': '---',
  '…': '\\ldots{}',
  '\u00a0': '~',
  '\u2009': '\\,',
  '\u202f': '\\,',
  '\u2011': '-',
  '<': '$<$',
  '>': '$>$',
  '|': '$|$',
};
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹',
  lowered = '₀₁₂₃₄₅₆₇₈₉';

/** @throws ProblemError for letters that plain pdflatex has not. */
export function texText(text: string): string {
  return [...text]
    .map((letter) => {
      const up = raised.indexOf(letter),
        down = lowered.indexOf(letter);
      if (up >= 0) return `$^{${up}}$`;
      if (down >= 0) return `$_{${down}}$`;
      if (letter === '⁻') return '$^{-}$';
      if (letter === '⁺') return '$^{+}$';
      if (letter in inMaths) return `$${inMaths[letter]}$`;
      if (letter in inWords) return inWords[letter]!;
      if (/[\u0020-\u007e\u00c0-\u00ff]/.test(letter)) return letter;
      throw new ProblemError({ kind: 'not-in-latex', letter });
    })
    .join('');
}
