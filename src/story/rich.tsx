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
    case 'text': return piece.text;
    case 'term': return <Term name={piece.name}>{piece.text}</Term>;
    case 'symbol': return <Symbol name={piece.name}>{piece.text}</Symbol>;
    case 'role': return <b className={`told ${piece.name}`}>{piece.text}</b>;
    case 'panel': return <button type="button" className="text-link" onClick={() => goToPanel(piece.name)}>{piece.text}</button>;
    case 'link': return <a href={piece.name}>{piece.text}</a>;
  }
}
