import { parse, type Piece } from '../strings/markup';

/** A sentence of the catalogue with marks that need no more than the sentence. Terms, symbols and ways to panels are the story's: of them only the words are left. */
export function Marked({ text }: { text: string }) {
  return parse(text).map((piece, i) => <Mark key={`${i} ${piece.text}`} piece={piece} />);
}

/** One piece of a sentence. */
export function Mark({ piece }: { piece: Piece }) {
  switch (piece.kind) {
    case 'role':
      return <b className={`told ${piece.name}`}>{piece.text}</b>;
    case 'found':
      return <b data-found={piece.name}>{piece.text}</b>;
    case 'variable':
      return <i>{piece.text}</i>;
    case 'raised':
      return (
        <sup>
          <Marked text={piece.text} />
        </sup>
      );
    case 'link':
      return <a href={piece.name}>{piece.text}</a>;
    case 'download':
      return (
        <a href={piece.name} download>
          {piece.text}
        </a>
      );
    default:
      return piece.text;
  }
}
