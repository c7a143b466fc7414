import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useDismiss } from '../ui/use-dismiss';

/** Between a box and the word it belongs to, and between a box and the edge of the page, in pixels. */
const gap = 6,
  margin = 8;
/** The pointer may cross the gap, in ms. */
const patience = 160;

/** `shown`: while pointed at or focused. `held`: pressed, until it is let go of. */
type Openness = 'closed' | 'shown' | 'held';

/**
 * A button in the text with a box that hovering, keyboard focus and pressing open. Escape, pressing again and
 * everything outside close it. The box is in the top layer: no ancestor can cut it off.
 */
export function Tip({
  className,
  face,
  label,
  box,
  held,
  onActive,
  tooltip = true,
}: {
  readonly className: string;
  readonly face: ReactNode;
  /** Where the face alone does not say enough. */
  readonly label?: string;
  readonly box: ReactNode;
  /** In the box once it is held: what can be used there gets the focus. */
  readonly held?: ReactNode;
  readonly tooltip?: boolean;
  onActive?(active: boolean): void;
}) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null),
    button = useRef<HTMLButtonElement>(null),
    popup = useRef<HTMLSpanElement>(null);
  const closing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [openness, setOpenness] = useState<Openness>('closed');
  const open = openness !== 'closed';

  useLayoutEffect(() => {
    const element = popup.current!;
    if (!open) return;
    element.showPopover?.();
    const place = () => {
      const word = button.current!.getBoundingClientRect(),
        { width, height } = element.getBoundingClientRect();
      const page = document.documentElement.clientWidth;
      const below = word.bottom + gap,
        above = word.top - gap - height;
      element.style.left = `${Math.max(margin, Math.min(word.left, page - width - margin))}px`;
      element.style.top = `${below + height > window.innerHeight && above > 0 ? above : below}px`;
    };
    place();
    window.addEventListener('scroll', place, { passive: true, capture: true });
    window.addEventListener('resize', place);
    return () => {
      window.removeEventListener('scroll', place, { capture: true });
      window.removeEventListener('resize', place);
      element.hidePopover?.();
    };
  }, [open, openness]);

  useEffect(() => {
    onActive?.(open);
    // Told of changes only: who listens may be made anew with every frame.
    // eslint-disable-next-line react/exhaustive-deps
  }, [open]);

  useEffect(() => {
    if (openness === 'held') popup.current!.querySelector<HTMLElement>('input, select')?.focus();
  }, [openness]);
  useDismiss(openness !== 'closed', anchor, {
    beside: () => setOpenness('closed'),
    escape() {
      if (popup.current!.contains(document.activeElement)) button.current!.focus();
      setOpenness('closed');
    },
  });
  useEffect(() => () => clearTimeout(closing.current), []);

  const show = () => {
    clearTimeout(closing.current);
    setOpenness((now) => (now === 'closed' ? 'shown' : now));
  };
  return (
    <span
      ref={anchor}
      className="tip-anchor"
      onPointerEnter={({ pointerType }) => pointerType === 'mouse' && show()}
      onPointerLeave={() => {
        closing.current = setTimeout(
          () => setOpenness((now) => (now === 'shown' && !button.current?.matches(':focus-visible') ? 'closed' : now)),
          patience,
        );
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget && !anchor.current!.contains(relatedTarget)) setOpenness('closed');
      }}
    >
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        aria-expanded={open}
        aria-describedby={id}
        onFocus={({ target }) => target.matches(':focus-visible') && show()}
        onClick={() => setOpenness((now) => (now === 'held' ? 'closed' : 'held'))}
      >
        {face}
      </button>
      <span ref={popup} className="tip" popover="manual" data-open={open || undefined}>
        <span id={id} role={tooltip ? 'tooltip' : undefined}>
          {box}
        </span>
        {openness === 'held' && held}
      </span>
    </span>
  );
}
