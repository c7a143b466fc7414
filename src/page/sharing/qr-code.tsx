import { correction, generate } from 'lean-qr';
import { useMemo } from 'react';
import { useStrings } from '../../store/words';

/** Free modules around a code, as its standard asks. */
const quiet = 4;

/** A QR code of a link: dark on light in every theme, as cameras want it. */
export function QrCode({ text }: { text: string }) {
  const words = useStrings().sharing;
  const { path, size } = useMemo(() => {
    // As much correction as fits without a larger code.
    const code = generate(text, { minCorrectionLevel: correction.L, maxCorrectionLevel: correction.Q });
    let d = '';
    for (let y = 0; y < code.size; y++) {
      for (let x = 0; x < code.size; x++) if (code.get(x, y)) d += `M${x + quiet},${y + quiet}h1v1h-1z`;
    }
    return { path: d, size: code.size + 2 * quiet };
  }, [text]);
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={words.code} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
