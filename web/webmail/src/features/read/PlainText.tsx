// SPDX-License-Identifier: Apache-2.0
import { Fragment } from 'react';
import classes from './Message.module.css';
import { type Piece, pieces } from './pieces';

/** Plain text as it was written; addresses of pages can be followed, what is quoted stands back. */
export function PlainText({ text }: { text: string }) {
  return (
    <div className={classes.body}>
      {pieces(text).map((piece, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text that does not change
        <Fragment key={at}>{show(piece)}</Fragment>
      ))}
    </div>
  );
}

function show(piece: Piece) {
  switch (piece.kind) {
    case 'quote':
      return <div className={classes.quote}>{piece.text}</div>;
    case 'link':
      return (
        <a href={piece.text} target="_blank" rel="noopener noreferrer nofollow">
          {piece.text}
        </a>
      );
    case 'text':
      return piece.text;
  }
}
