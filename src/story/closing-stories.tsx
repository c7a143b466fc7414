import { presetExperiment, presets } from '../experiment/presets';
import { useApp, useAppState } from '../store/use-app';
import { useStrings } from '../store/words';
import { dataFacts, runFacts } from './facts';
import { Digits } from './digits';
import { LiveBars } from './live-bars';
import { Rich } from './rich';
import { Actions, StorySection } from './section';
import { Told } from './told';

const preset = (name: string) => presetExperiment(presets.find((one) => one.name === name)!);

/** The same network on real images. */
export function DigitsStory() {
  const app = useApp();
  const { digits, kinds } = useStrings();
  const data = useAppState(({ experiment }) => experiment.data);
  const real = data === preset('mnist').data;
  return (
    <StorySection name="digits" title={digits.title} aside={<LiveBars of={['data', 'filters']} />}>
      {(visible) => (
        <>
          <p>
            <Rich text={digits.what} />
          </p>
          <Digits />
          <p className="live">
            {real ? (
              <Told
                visible={visible}
                tell={({ noise, network, gap }, state) =>
                  [noise.measured(dataFacts(state)), network.now(runFacts(state))].join(gap)
                }
              />
            ) : (
              kinds[data].instead
            )}
          </p>
          <p>
            <Rich text={digits.source} />
          </p>
          <Actions>
            <button
              type="button"
              className={real ? 'secondary' : 'primary'}
              onClick={() => app.openRun(preset(real ? 'default' : 'mnist'))}
            >
              {real ? digits.back : digits.start}
            </button>
          </Actions>
        </>
      )}
    </StorySection>
  );
}

/** Each condition of the claim changed by itself. */
export function CausesStory() {
  const { causes } = useStrings();
  return (
    <StorySection name="causes" title={causes.title}>
      {() => <p>{causes.lead}</p>}
    </StorySection>
  );
}

/** Runs beside each other. */
export function CompareStory() {
  const { runs } = useStrings();
  return (
    <StorySection name="compare" title={runs.title}>
      {() => <p>{runs.lead}</p>}
    </StorySection>
  );
}

/** What is known, by whom, and what is this page's own. */
export function PaperStory() {
  const { paper, added } = useStrings();
  return (
    <StorySection
      name="paper"
      title={paper.title}
      aside={
        <>
          <p>{added.lead}</p>
          <ul>
            {added.items.map((item) => (
              <li key={item}>
                <Rich text={item} />
              </li>
            ))}
          </ul>
        </>
      }
    >
      {() => (
        <>
          <p>
            <Rich text={paper.claim} />
          </p>
          <p>
            <Rich text={paper.open} />
          </p>
          <Actions>
            <a className="secondary" href={paper.href}>
              {paper.read}
            </a>
          </Actions>
        </>
      )}
    </StorySection>
  );
}
