import { useId, useLayoutEffect, useRef } from 'react';
import { defaults, parameterKeys, parameters, type ParameterKey } from '../experiment/parameters';
import { invalidations, type Invalidation } from '../experiment/parameter';
import { isRelevant } from '../experiment/relevance';
import { imagesWish } from '../store/images-wish';
import { useApp, useAppState } from '../store/use-app';
import { useStrings } from '../store/words';
import { ParameterField } from './parameter-field';

/** Have a control of their own, or none: they belong to links. */
const elsewhere: readonly ParameterKey[] = [
  'k',
  'sigma',
  'm',
  'levels',
  'seeds',
  'sweepscale',
  'axis',
  'cells',
  'pins',
  'talk',
  'ground',
  'embed',
  'show',
  'controls',
  'autoplay',
  'step',
  'tour',
];

/** Groups that the visitor has folded, for as long as the page is open. */
const folded = new Set<Invalidation>();

/**
 * The rest of the parameter table, grouped by what a change makes anew: a sheet beside the figure, or below it on a small
 * screen, so that what a change does is seen. Escape within it closes it, as its button does.
 */
export default function More({ onClose }: { onClose(): void }) {
  const experiment = useAppState((state) => state.experiment);
  const app = useApp();
  const { settings: words, close, ownImages } = useStrings();
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  // Before anything is painted: whoever is faster than a later effect would lose the focus to it.
  useLayoutEffect(() => title.current!.focus({ preventScroll: true }), []);
  return (
    // Escape is heard from the fields within.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className="more" aria-labelledby={id} onKeyDown={({ key }) => key === 'Escape' && onClose()}>
      <div className="more-head">
        <h2 id={id} ref={title} tabIndex={-1}>
          {words.title}
        </h2>
        <button type="button" className="quiet" onClick={onClose}>
          {close}
        </button>
      </div>
      {invalidations.map((invalidates) => {
        const keys = parameterKeys.filter(
          (key) =>
            parameters[key].invalidates === invalidates && !elsewhere.includes(key) && isRelevant(key, experiment),
        );
        return (
          <details
            key={invalidates}
            open={!folded.has(invalidates)}
            onToggle={({ currentTarget: { open } }) => (open ? folded.delete(invalidates) : folded.add(invalidates))}
          >
            <summary>{words.groups[invalidates]}</summary>
            <div className="fields">
              {keys.map((key) => (
                <ParameterField key={key} name={key} />
              ))}
              {invalidates === 'images' && (
                <button type="button" className="secondary" onClick={() => imagesWish.setState({ wish: 'choose' })}>
                  {ownImages.choose}
                </button>
              )}
            </div>
          </details>
        );
      })}
      <button type="button" className="secondary" title={words.defaultsDocs} onClick={() => app.openRun(defaults)}>
        {words.defaults}
      </button>
    </section>
  );
}
