import { useId, useLayoutEffect, useRef, type PointerEvent, type ReactNode } from 'react';
import { useStrings } from '../store/words';

export interface DialogProps {
  readonly title: string;
  readonly className: string;
  /** Hears that it is closed, whichever way, and takes it off the page; that alone closes it too. */
  onClose(): void;
  /** What its button does instead of closing it, where what is shown is a part that leads back. */
  readonly back?: { readonly label: string; act(): void };
  /** Id of what describes it. */
  readonly describedBy?: string;
  readonly children: ReactNode;
}

/**
 * The one dialog: over the page, with a title and a button that closes it, as the Escape key and a press beside it do. The
 * browser keeps the focus within and gives it back to where it was.
 */
export function Dialog({ title, className, onClose, back, describedBy, children }: DialogProps) {
  const { close: label } = useStrings();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();
  // A layout effect, as the focus is given back only by a dialog that is still in the page.
  useLayoutEffect(() => {
    const element = dialog.current!;
    element.showModal();
    return () => element.close();
  }, []);
  // Not every browser has `closedby`. A press that began inside, as where text is selected, is not meant for what is behind.
  const began = useRef(false);
  const isBeside = ({ target, currentTarget, clientX: x, clientY: y }: PointerEvent) => {
    const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
    return target === currentTarget && (x < left || x > right || y < top || y > bottom);
  };
  return (
    <dialog
      ref={dialog}
      className={className}
      aria-labelledby={id}
      aria-describedby={describedBy}
      onClose={onClose}
      onPointerDown={(event) => {
        began.current = isBeside(event);
      }}
      onPointerUp={(event) => began.current && isBeside(event) && close()}
    >
      <div className="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="secondary" onClick={back ? () => back.act() : close}>
          {back?.label ?? label}
        </button>
      </div>
      {children}
    </dialog>
  );
}
