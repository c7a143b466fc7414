import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { presentWish } from '../../store/present-wish';
import { useAppState } from '../../store/use-app';
import { useWords } from '../../store/words';
import { Late } from '../../ui/late';
import { late } from '../../ui/late-part';
import { isBusy } from './keys';

const Stage = late(() => import('./stage'));

const wish = (wished: boolean) => presentWish.setState({ wished });

/** Presents the page, as the key P does. The stage is loaded then. */
export function PresentButton() {
  const { present } = useWords().page;
  const open = useStore(presentWish, ({ wished }) => wished);
  const resumed = useAppState(({ presented }) => presented !== null);
  const opener = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    const stop = presentWish.subscribe(({ wished }) => {
      // While the press still counts as the visitor's wish; where there is no full screen the page is filled.
      if (wished) void document.documentElement.requestFullscreen?.().catch(() => undefined);
    });
    return () => {
      stop();
      wish(false);
    };
  }, []);
  useEffect(() => {
    if (resumed && !presentWish.getState().wished) wish(true);
  }, [resumed]);
  useEffect(() => {
    if (!open) return;
    const { activeElement } = document,
      own = opener.current!;
    const button = activeElement instanceof HTMLButtonElement ? activeElement : own;
    // Once it is over, and the page is there again; in a window of another size some of it was made anew.
    return () => (button.isConnected ? button : own).focus({ preventScroll: true });
  }, [open]);
  useEffect(() => {
    // Once there is a stage, it hears its keys first; one that is still to come is given up.
    const onKeyDown = ({ key, target, ctrlKey, metaKey, altKey, repeat }: KeyboardEvent) => {
      if (open && key === 'Escape') return wish(false);
      if (open || key.toLowerCase() !== 'p' || ctrlKey || metaKey || altKey || repeat || isBusy(target)) return;
      wish(true);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [open]);

  return (
    <>
      <button
        ref={opener}
        type="button"
        className="secondary present-button"
        aria-label={present}
        aria-keyshortcuts="P"
        title={`${present} (P)`}
        onClick={() => wish(true)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path
            d="M1 2h14v9.500H1zM2.500 3.500v6.500h11V3.500zM7.250 11.500h1.500V14H11v1H5v-1h2.250z"
            fillRule="evenodd"
          />
        </svg>
      </button>
      {open &&
        createPortal(
          <Late>
            <Stage onLeave={() => wish(false)} />
          </Late>,
          document.body,
        )}
    </>
  );
}
