import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { onParts, part, tryAgain } from '../../loading/part';
import { isAbsent, problemOf, type Problem } from '../../problems/problem';
import { figurePanels } from '../../share/figure-files';
import type { Movement } from '../../share/recording';
import { recordedExperiment } from '../../share/run-file';
import { saveFile } from '../../share/save-file';
import { looks } from '../../slides/blank';
import { makeSheet, sizeOf, type SheetOptions, type SlideFigure } from '../../share/sheets';
import {
  copyPicture,
  parameterLine,
  pngOf,
  slideFile,
  slideName,
  stillFormats,
  type StillFormat,
} from '../../share/slide-files';
import { slideSizeNames, type SlideSizeName } from '../../slides/sizes';
import { useApp, useAppState } from '../../store/use-app';
import { claimOf } from '../../store/views/claim';
import { useStrings, useWords } from '../../store/words';
import { NumberField } from '../../ui/number-field';
import { ProblemText, WayOut } from '../../ui/problem-text';
import type { Saving } from './use-saving';

const recorder = part(() => import('../../share/recording'), { said: true, forActs: true });

type MovingFormat = 'mp4' | 'webm' | 'gif';
const movingFormats: readonly MovingFormat[] = ['mp4', 'webm', 'gif'];
const formats = [...stillFormats, ...movingFormats] as const;
const movements: readonly Movement[] = ['training', 'noise'];
/** Seconds that a moving picture lasts. */
const duration = { min: 5, max: 15, step: 1, integer: true, default: 10 } as const;

/** A figure for slides and papers: which, how large, what is written on it, and what it will look like. */
export function SaveFigure({ saving }: { saving: Saving }) {
  const app = useApp();
  const {
    saving: { figure: words },
    panels: { figures: named },
    tables,
  } = useStrings();
  const panels = useFigurePanels();
  const {
    claim: { title: claims },
    page: { again },
  } = useWords();
  const claim = useAppState(claimOf);
  const [figure, setFigure] = useState<SlideFigure>(() => (panels.includes('curve') ? 'first' : panels[0]!));
  const [size, setSize] = useState<SlideSizeName>('slide');
  const [look, setLook] = useState<SheetOptions['look']>('light');
  const [parts, setParts] = useState({ title: true, parameters: true, source: true });
  const [format, setFormat] = useState<(typeof formats)[number]>('svg');
  const [movement, setMovement] = useState<Movement>('training');
  const [seconds, setSeconds] = useState<number>(duration.default);
  const secondsId = useId();
  const [poster, setPoster] = useState(false);
  const [made, setMade] = useState<number | null>(null);
  const stop = useRef<AbortController | null>(null);
  const moving = movingFormats.find((each) => each === format) ?? null;
  /** Of the page as it is when it is asked. */
  const options = (): SheetOptions => {
    const state = app.store.getState();
    // The claim is true of what is shown, also while it moves.
    const name = figure === 'first' ? claims[claimOf(state)] : named[figure];
    return {
      figure,
      size,
      // No video has a transparent ground that slides know of.
      look: moving && look === 'transparent' ? 'light' : look,
      title: parts.title ? name : null,
      notes: [
        ...(parts.parameters ? [parameterLine(state.experiment)] : []),
        ...(parts.source ? [words.source(`${location.host}${location.pathname}`)] : []),
      ],
      name: figure === 'figures' ? words.ranks : name,
      tables,
    };
  };
  const preview = usePreview(
    options,
    [figure, size, look, moving !== null, claim, ...Object.values(parts)].join(),
    made !== null,
  );
  const fileName = (extension: string) => slideName(recordedExperiment(app.store.getState()), figure, size, extension);
  const record = async (as: MovingFormat): Promise<string> => {
    const { record } = await recorder();
    const control = new AbortController();
    stop.current = control;
    const saved = fileName(as);
    const posterName = fileName('png');
    setMade(0);
    try {
      const { file, poster: last } = await record(app, {
        movement,
        format: as,
        seconds,
        sheet: options,
        signal: control.signal,
        onProgress: setMade,
      });
      saveFile(saved, file);
      if (poster) saveFile(posterName, pngOf(last, sizeOf(options())));
      return saved;
    } finally {
      stop.current = null;
      setMade(null);
    }
  };
  const { saved: savedWords } = useStrings().saving;
  const save = () => {
    if (saving.busy !== null) return;
    if (!moving) {
      const still = format as StillFormat;
      saving.save(fileName(still.startsWith('png') ? 'png' : still), async () =>
        slideFile(await makeSheet(options()), still),
      );
    } else
      saving.act(fileName(moving), () =>
        record(moving).then(savedWords, (error: unknown) => {
          if (error instanceof DOMException && error.name === 'AbortError') return words.moving.stopped;
          throw error;
        }),
      );
  };
  const copy = () =>
    saving.busy === null &&
    saving.act(words.copy, async () => {
      await copyPicture(() => makeSheet(options()));
      return words.copied;
    });
  // A dialog that is left stops what it makes.
  useEffect(() => () => stop.current?.abort(), []);
  return (
    <section className="save-figure" aria-labelledby="save-figure-title">
      <h3 id="save-figure-title">{words.title}</h3>
      <div className="choices">
        <Choice
          label={words.panel}
          value={figure}
          onChange={setFigure}
          of={[...(panels.includes('curve') ? (['first'] as const) : []), ...panels]}
          text={(each) => (each === 'first' ? words.first : named[each])}
        />
        <Choice
          label={words.size}
          value={size}
          onChange={setSize}
          of={slideSizeNames}
          text={(each) => words.sizes[each]}
        />
        <Choice label={words.look} value={look} onChange={setLook} of={looks} text={(each) => words.looks[each]} />
        <Choice
          label={words.format}
          value={format}
          onChange={setFormat}
          of={formats}
          text={(each) => words.formats[each]}
        />
        {moving && (
          <>
            <Choice
              label={words.moving.what}
              value={movement}
              onChange={setMovement}
              of={movements}
              text={(each) => words.moving.movements[each]}
            />
            <div className="choice">
              <label htmlFor={secondsId}>{words.moving.seconds}</label>
              <NumberField
                says
                id={secondsId}
                range={duration}
                value={seconds}
                onEnter={(_, next) => setSeconds(next)}
              />
            </div>
          </>
        )}
      </div>
      <div className={look === 'transparent' && !moving ? 'preview checkered' : 'preview'}>
        {'url' in preview ? (
          <img src={preview.url} alt={words.preview(figure === 'first' ? words.first : named[figure])} />
        ) : (
          <p>
            {preview.problem ? <ProblemText problem={preview.problem} /> : words.drawing}{' '}
            {preview.problem && isAbsent(preview.problem) && (
              <button type="button" className="secondary" onClick={tryAgain}>
                {again}
              </button>
            )}{' '}
            <WayOut problem={preview.problem} />
          </p>
        )}
      </div>
      <fieldset className="written">
        <legend>{words.on}</legend>
        {(['title', 'parameters', 'source'] as const).map((part) => (
          <Tick key={part} on={parts[part]} onChange={(on) => setParts({ ...parts, [part]: on })}>
            {words.parts[part]}
          </Tick>
        ))}
        {moving && (
          <Tick on={poster} onChange={setPoster}>
            {words.moving.poster}
          </Tick>
        )}
      </fieldset>
      {made !== null && (
        <div className="making">
          <progress value={made} aria-label={words.moving.making(Math.round(100 * made))} />
          <span>{words.moving.making(Math.round(100 * made))}</span>
          <button type="button" className="secondary" onClick={() => stop.current?.abort()}>
            {words.moving.stop}
          </button>
        </div>
      )}
      <div className="acts">
        <button
          type="button"
          className="secondary"
          aria-disabled={saving.busy !== null || !('url' in preview)}
          onClick={copy}
        >
          {words.copy}
        </button>
        <button
          type="button"
          className="primary"
          aria-disabled={saving.busy !== null || !('url' in preview)}
          onClick={save}
        >
          {words.save}
        </button>
      </div>
    </section>
  );
}

function Choice<Value extends string>({
  label,
  value,
  onChange,
  of,
  text,
}: {
  label: string;
  value: Value;
  onChange: (value: NoInfer<Value>) => void;
  of: readonly NoInfer<Value>[];
  text: (value: NoInfer<Value>) => string;
}) {
  return (
    <label className="choice">
      <span>{label}</span>
      <select value={value} onChange={({ target }) => onChange(target.value as Value)}>
        {of.map((each) => (
          <option key={each} value={each}>
            {text(each)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Tick({ on, onChange, children }: { on: boolean; onChange(on: boolean): void; children: ReactNode }) {
  return (
    <label>
      <input type="checkbox" checked={on} onChange={({ target }) => onChange(target.checked)} />
      {children}
    </label>
  );
}

/** Panels that have a figure, also those that come while the dialog is open. */
function useFigurePanels(): ReturnType<typeof figurePanels> {
  const [panels, setPanels] = useState(figurePanels);
  useEffect(() => {
    const look = () =>
      setPanels((before) => {
        const now = figurePanels();
        return now.length === before.length && now.every((name, i) => name === before[i]) ? before : now;
      });
    look();
    const watch = new MutationObserver(look);
    watch.observe(document.body, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, []);
  return panels;
}

/** The figure as it will be saved, or why there is none; no reason yet while it is drawn. */
type Preview = { readonly url: string } | { readonly problem: Problem | null };

/** @param key what the options depend on. @param resting while something else is drawn: what was drawn last stays. */
function usePreview(options: () => SheetOptions, of: string, resting: boolean): Preview {
  const [tries, setTries] = useState(0);
  const key = `${of} ${tries}`;
  useEffect(() => onParts((what) => what === 'again' && setTries((before) => before + 1)), []);
  const [preview, setPreview] = useState<Preview & { readonly of: string }>({ problem: null, of: '' });
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    if (resting) return;
    let current = true;
    makeSheet(latest.current())
      .then((sheet) => slideFile(sheet, 'svg'))
      .then(
        (file) => current && setPreview({ url: URL.createObjectURL(file), of: key }),
        (error: unknown) => current && setPreview({ problem: problemOf(error), of: key }),
      );
    return () => {
      current = false;
    };
  }, [key, resting]);
  useEffect(() => () => void ('url' in preview && URL.revokeObjectURL(preview.url)), [preview]);
  // What was drawn before is none of it.
  return resting || preview.of === key ? preview : { problem: null };
}
