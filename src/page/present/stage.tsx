import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { presets } from '../../experiment/presets';
import { sameScience } from '../../experiment/science';
import { Framed } from '../../panels/framed';
import { useApp, useAppState } from '../../store/use-app';
import { isRunning } from '../../store/views/status';
import { claimOf } from '../../store/views/claim';
import { useStrings, useWords } from '../../store/words';
import { Rich } from '../../story/rich';
import { tourFacts } from '../../story/tour/facts';
import { stepExperiment } from '../../story/tour/steps';
import { useMagnification } from '../../ui/use-magnification';
import { useViewportHeight, useViewportWidth } from '../../ui/use-viewport';
import { embedLayout, padding } from '../embed-layout';
import { orderOf, type Order } from './keys';
import { isLong, oneSentence } from './sentence';
import {
  firstSlide,
  leave,
  openSlide,
  panelsOf,
  placeAgain,
  placeOf,
  presentedAt,
  presetSlide,
  slidesOf,
  type Slide,
} from './slides';
import '../embedded.css';
import './present.css';

/** The page as slides: figures, and one sentence in large type. What was there is put back when it is left. */
export default function Stage({ onLeave }: { onLeave(): void }) {
  const app = useApp();
  // A page that was loaded again goes on where it was.
  const [before] = useState(() => app.store.getState().presented);
  const [place] = useState(() => (before ? placeAgain(before) : placeOf(app)));
  const [slides] = useState(() => slidesOf(app.store.getState()));
  const [first] = useState(() => Math.min(before?.at ?? firstSlide(slides, place), slides.length - 1));
  const [ready, setReady] = useState(false);
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.dataset['presenting'] = '';
    app.change({ theme: 'projector' }, { by: 'page' });
    if (before || slides[0]!.kind === 'run') openSlide(app, slides[first]!, place);
    // What is behind goes out of sight first, so that it does not say so after the same panels here have come into it.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setReady(true));
    });
    return () => {
      cancelAnimationFrame(frame);
      delete root.dataset['presenting'];
      leave(app, place);
      app.present(null);
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
      scrollBack(place.scroll);
    };
  }, [app, before, first, place, slides]);
  return (
    <div className="presented">{ready && <Deck slides={slides} first={first} place={place} onLeave={onLeave} />}</div>
  );
}

/** Figures get their heights back one after another: a place on the page is found again when they have them. */
function scrollBack(top: number, frames = 20): void {
  requestAnimationFrame(() => {
    if (document.documentElement.dataset['presenting'] !== undefined) return;
    window.scrollTo({ top, behavior: 'instant' });
    if (frames > 0) scrollBack(top, frames - 1);
  });
}

interface DeckProps {
  readonly slides: readonly Slide[];
  readonly first: number;
  readonly place: ReturnType<typeof placeOf>;
  onLeave(): void;
}

function Deck({ slides, first, place, onLeave }: DeckProps) {
  const app = useApp();
  const words = useStrings().presenting;
  const [at, setAt] = useState(first);
  const [slide, setSlide] = useState<Slide>(slides[at]!);
  const [blank, setBlank] = useState(false);
  const [keys, setKeys] = useState(false);
  useLayoutEffect(() => app.present(presentedAt(place, at)), [app, place, at]);
  const running = useAppState(({ run }) => isRunning(run));
  const root = useRef<HTMLDivElement>(null);
  /** Full screen is left by F, and presenting goes on. */
  const stays = useRef(false);

  const show = (next: Slide) => {
    setBlank(false);
    setSlide(next);
    openSlide(app, next, place);
  };
  const go = (to: number) => {
    const next = Math.max(0, Math.min(slides.length - 1, to));
    if (next === at && slide === slides[at]) return setBlank(false);
    setAt(next);
    show(slides[next]!);
  };
  const toggle = () => (running ? app.pause() : app.play());
  const full = () => {
    if (document.fullscreenElement) {
      stays.current = true;
      void document.exitFullscreen().catch(() => undefined);
    } else void document.documentElement.requestFullscreen?.().catch(() => undefined);
  };
  const obey = (order: Order) => {
    switch (order.kind) {
      case 'next':
        return go(at + 1);
      case 'back':
        return go(slide === slides[at] ? at - 1 : at);
      case 'first':
        return go(0);
      case 'last':
        return go(slides.length - 1);
      case 'play':
        return toggle();
      case 'restart':
        app.restart();
        return app.play();
      case 'blank':
        return setBlank(!blank);
      case 'full':
        return full();
      case 'keys':
        return setKeys(!keys);
      case 'preset':
        return show(presetSlide(order.at));
      case 'leave':
        if (keys) return setKeys(false);
        return blank ? setBlank(false) : onLeave();
    }
  };

  const heard = useRef(obey);
  useLayoutEffect(() => {
    heard.current = obey;
  });
  useEffect(() => {
    root.current!.focus({ preventScroll: true });
    const onKeyDown = (event: KeyboardEvent) => {
      const order = orderOf(event);
      if (!order || (event.repeat && order.kind !== 'next' && order.kind !== 'back')) return;
      event.preventDefault();
      event.stopPropagation();
      // At once, as the next key may come before React has drawn this one.
      flushSync(() => heard.current(order));
    };
    const onFull = () => {
      if (document.fullscreenElement) return;
      if (!stays.current) onLeave();
      stays.current = false;
    };
    document.addEventListener('keydown', onKeyDown, true);
    document.addEventListener('fullscreenchange', onFull);
    return () => {
      document.removeEventListener('keydown', onKeyDown, true);
      document.removeEventListener('fullscreenchange', onFull);
    };
  }, [onLeave]);

  return (
    <div ref={root} className="presenting" role="dialog" aria-modal="true" aria-label={words.label} tabIndex={-1}>
      <Figures slide={slide} />
      <div className="slide-words">
        <div className="slide-head">
          <span className="slide-count">{slide === slides[at] && words.count(at + 1, slides.length)}</span>
          <div className="slide-buttons">
            <button type="button" className="quiet" aria-label={words.back} title="←" onClick={() => go(at - 1)}>
              <svg viewBox="0 0 12 12" aria-hidden="true">
                <path d="M8.500 1v10L3 6z" />
              </svg>
            </button>
            <button type="button" className="quiet" aria-label={words.next} title="→" onClick={() => go(at + 1)}>
              <svg viewBox="0 0 12 12" aria-hidden="true">
                <path d="M3.500 1v10L9 6z" />
              </svg>
            </button>
            <button type="button" className="quiet" aria-expanded={keys} onClick={() => setKeys(!keys)}>
              {words.keys}
            </button>
            <button type="button" className="quiet" title="Esc" onClick={onLeave}>
              {words.leave}
            </button>
          </div>
        </div>
        <Sentence slide={slide} />
      </div>
      {keys && <Keys />}
      {blank && <div className="slide-blank" />}
    </div>
  );
}

/** The share of the window that words have below the figures, where they are not beside them. */
const wordsBelow = { wide: 0.27, high: 0.36 },
  wordsBeside = 0.36,
  besideBelow = 500,
  margin = 16;

/** As large as the window has room for, without anything that would have to scroll. */
function Figures({ slide }: { slide: Slide }) {
  const width = useViewportWidth(),
    height = useViewportHeight(),
    magnification = useMagnification();
  const beside = height < besideBelow && width > height;
  const share = width > height ? wordsBelow.wide : wordsBelow.high;
  const panels = panelsOf(slide);
  const { heights, rows, compact } = embedLayout({
    width: ((beside ? (1 - wordsBeside) * width : width) - 2 * margin) / magnification,
    height: ((beside ? 1 : 1 - share) * height - 2 * margin) / magnification + 2 * padding,
    panels,
    panelsNamed: true,
    tour: false,
    projector: false,
    controls: 0,
    controlsNamed: false,
    noise: false,
    transport: false,
  });
  return (
    <div className={`embedded slide-figures${compact ? ' compact' : ''}`}>
      {rows.map((row) => (
        <div key={row.join(' ')} className={row.length > 1 ? 'spectra' : ''}>
          {row.map((name) => (
            <Framed key={name} name={name} height={Math.floor(magnification * heights.get(name)!)} extras={false} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** What a slide says in one sentence, computed from what it shows. */
function Sentence({ slide }: { slide: Slide }) {
  const { tour, presenting } = useStrings();
  const { claim, presets: presetWords } = useWords();
  const kind = useAppState(claimOf);
  const told = useAppState((state) =>
    slide.kind === 'step' && sameScience(state.experiment, stepExperiment(state.experiment, slide.step))
      ? oneSentence(tour.steps[slide.step.name].text(tourFacts(state)))
      : null,
  );
  const line = slide.kind === 'run' ? slide.line : '';
  const title =
    slide.kind === 'step'
      ? tour.steps[slide.step.name].title
      : slide.kind === 'preset'
        ? presetWords.all[slide.preset.name]
        : slide.kind === 'run'
          ? presenting.run(slide.letter)
          : presenting.own;
  return (
    <>
      <h1>{title}</h1>
      {line ? (
        <p className={`slide-sentence${isLong(line) ? ' long' : ''}`} dir="auto">
          {line}
        </p>
      ) : (
        <p className="slide-sentence">{told === null ? claim.title[kind] : <Rich text={told} />}</p>
      )}
      <p className="visually-hidden" role="status">
        {title}
      </p>
    </>
  );
}

const keycaps = [
  ['→ PageDown', 'next'],
  ['← PageUp', 'back'],
  ['Home End', 'ends'],
  ['Space', 'play'],
  ['R', 'restart'],
  ['B', 'blank'],
  ['F', 'full'],
  ['?', 'keys'],
  ['Esc', 'leave'],
] as const;

function Keys() {
  const { presenting: words } = useStrings();
  const { presets: presetWords } = useWords();
  return (
    <section className="slide-keys" aria-label={words.keys}>
      <dl>
        {keycaps.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words.does[does]}</dd>
          </div>
        ))}
        {presets.slice(0, 9).map(({ name }, i) => (
          <div key={name}>
            <dt>
              <kbd>{i + 1}</kbd>
            </dt>
            <dd>{presetWords.all[name]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
