import { useId, useState, type ReactNode } from 'react';
import { parameters, type Experiment } from '../../experiment/parameters';
import type { ImageCollection } from '../../images/own/collection';
import { knownCollection } from '../../images/own/known';
import { sourceOf } from '../../images/sources/list';
import { available } from '../../images/sources/own/classes';
import { useApp, useAppState } from '../../store/use-app';
import { useStrings } from '../../store/words';
import { NumberField } from '../../ui/number-field';
import { ContactSheet } from './contact-sheet';

/** What own images are prepared as; how a first run on them goes well. */
const usual = { side: 16, n: 400, mu: 6, m: 20, lr: 1, steps: 300, centre: true, layout: 'grid' } as const;

/** Which two classes, and how their images are prepared: seen before anything is trained on them. */
export function ChooseClasses({
  collection,
  onUse,
  onOthers,
}: {
  readonly collection: ImageCollection;
  onUse(): void;
  /** Others are to be chosen. */
  onOthers(): void;
}) {
  const app = useApp();
  const { ownImages: words, parameters: named } = useStrings();
  const now = useAppState((state) => state.experiment);
  // It is on the shelf, so it is known.
  const summary = knownCollection(collection.hash)!;
  const isSame = sourceOf(now).collection?.(now) === collection.hash;
  const [plus, setPlus] = useState(isSame && now.classes.length === 2 ? now.classes[0]! : summary.classes[0]!);
  const [minus, setMinus] = useState(isSame && now.classes.length === 2 ? now.classes[1]! : summary.classes[1]!);
  const from = isSame ? now : usual;
  const [side, setSide] = useState<number>(from.side);
  const [colour, setColour] = useState(isSame ? now.channels === 'rgb' : collection.channels === 3);
  const [centre, setCentre] = useState<boolean>(from.centre);
  const [mu, setMu] = useState<number>(from.mu);
  const [layout, setLayout] = useState<Experiment['layout']>(from.layout);
  const channels = colour ? 'rgb' : 'grey';
  const many = summary.classes.map((name, i) => words.ofClass(name, summary.counts.train[i]!, summary.counts.test[i]!));
  const options = summary.classes.map((name, i) => (
    <option key={name} value={name}>
      {many[i]}
    </option>
  ));
  /** A class that is the other one already changes places with it; all others cannot be +1. */
  const choosePlus = (name: string) => {
    if (name === minus) setMinus(plus);
    setPlus(name);
  };
  const chooseMinus = (name: string) => {
    if (name === plus) setPlus(minus === 'rest' ? summary.classes.find((other) => other !== name)! : minus);
    setMinus(name);
  };
  const take = () => {
    const most = 2 * available(summary, [plus, minus])!.train;
    const asked = {
      data: 'file',
      images: collection.hash,
      classes: [plus, minus],
      channels,
      centre,
      mu,
      layout,
    } as const;
    const { n, m, lr, steps } = from;
    app.change({ ...asked, side, n: Math.min(n, most), m, lr, steps });
    app.play();
    onUse();
  };
  return (
    <form
      className="images-classes"
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <p>{words.read(summary.name, collection.labels.length, summary.height, summary.width)}</p>
      <div className="fields classes">
        <Field label={words.plus}>
          {(id) => (
            <select id={id} value={plus} onChange={({ target }) => choosePlus(target.value)}>
              {options}
            </select>
          )}
        </Field>
        <Field label={words.minus}>
          {(id) => (
            <select id={id} value={minus} onChange={({ target }) => chooseMinus(target.value)}>
              {options}
              {summary.classes.length > 2 && !summary.classes.includes('rest') && (
                <option value="rest">{words.rest}</option>
              )}
            </select>
          )}
        </Field>
      </div>
      <h3>{words.preparation}</h3>
      <div className="fields">
        <Field label={words.side}>
          {(id) => (
            <NumberField says id={id} range={parameters.side} value={side} onEnter={(_, next) => setSide(next)} />
          )}
        </Field>
        <Field label={words.mu}>
          {(id) => <NumberField says id={id} range={parameters.mu} value={mu} onEnter={(_, next) => setMu(next)} />}
        </Field>
        <Field label={words.layout}>
          {(id) => (
            <select id={id} value={layout} onChange={({ target }) => setLayout(target.value as Experiment['layout'])}>
              {Object.entries(named.layout.values).map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.centre}>
          {(id) => (
            <input id={id} type="checkbox" checked={centre} onChange={({ target }) => setCentre(target.checked)} />
          )}
        </Field>
        {collection.channels === 3 && (
          <Field label={words.colour}>
            {(id) => (
              <input id={id} type="checkbox" checked={colour} onChange={({ target }) => setColour(target.checked)} />
            )}
          </Field>
        )}
      </div>
      {([0, 1] as const).map((which) => (
        <ContactSheet
          key={which}
          collection={collection}
          classes={[plus, minus]}
          which={which}
          label={words.sheet(which === 0 ? plus : minus === 'rest' ? words.rest : minus)}
          prepared={{ side, channels, centre, mu }}
        />
      ))}
      <p className="images-bring">
        <button type="submit" className="primary">
          {words.train}
        </button>
        <button type="button" className="quiet" onClick={onOthers}>
          {words.others}
        </button>
      </p>
    </form>
  );
}

function Field({ label, children }: { label: string; children(id: string): ReactNode }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
