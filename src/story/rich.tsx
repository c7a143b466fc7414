import { Mark, Marked } from '../ui/marked';
import { parse, type Piece } from '../strings/markup';
import { goToPanel } from './go';
import { Symbol } from './symbol';
import { Term } from './term';

/** A sentence of the catalogue, with what is marked in it. */
export function Rich({ text }: { text: string }) {
  return parse(text).map((piece, i) => <Part key={`${i} ${piece.text}`} piece={piece} />);
}

function Part({ piece }: { piece: Piece }) {
  switch (piece.kind) {
    case 'term':
      return <Term name={piece.name}>{piece.text}</Term>;
    case 'symbol':
      return (
        <Symbol name={piece.name}>
          <Marked text={piece.text} />
        </Symbol>
      );
    case 'panel':
      return (
        <button type="button" className="text-link" onClick={() => goToPanel(piece.name)}>
          {piece.text}
        </button>
      );
    default:
      return <Mark piece={piece} />;
  }
}
