import { correction, generate } from 'lean-qr';
import { useMemo } from 'react';
import { useStrings } from '../../store/words';

/** Free modules around a code, as its standard asks. */
const quiet = 4;

/** Bytes of the largest code that there is, at its least correction. */
const most = 2953;

/** Whether a code can hold a link, whose letters are a byte each; one with a long talk in Chinese may be longer. */
export const fitsCode = (text: string) => text.length <= most;

/** A QR code of a link: dark on light in every theme, as cameras want it. Nothing where there is none for it. */
export function QrCode({ text }: { text: string }) {
  const words = useStrings().sharing;
  const drawn = useMemo(() => {
    if (!fitsCode(text)) return null;
    // As much correction as fits without a larger code.
    const code = generate(text, { minCorrectionLevel: correction.L, maxCorrectionLevel: correction.Q });
    let d = '';
    for (let y = 0; y < code.size; y++) {
      for (let x = 0; x < code.size; x++) if (code.get(x, y)) d += `M${x + quiet},${y + quiet}h1v1h-1z`;
    }
    return { path: d, size: code.size + 2 * quiet };
  }, [text]);
  if (!drawn) return null;
  const { path, size } = drawn;
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={words.code} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
