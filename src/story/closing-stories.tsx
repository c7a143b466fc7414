import { presetExperiment, presets } from '../experiment/presets';
import { useApp, useAppState } from '../store/use-app';
import { useStrings } from '../store/words';
import { dataFacts, runFacts } from './facts';
import { goToPanel } from './go';
import { LiveBars } from './live-bars';
import { Rich } from './rich';
import { Actions, StorySection } from './section';
import { Told } from './told';

const preset = (name: string) => presetExperiment(presets.find((one) => one.name === name)!);

/** The same network on real images. */
export function DigitsStory() {
  const app = useApp();
  const { digits, gap, kinds } = useStrings();
  const data = useAppState(({ experiment }) => experiment.data);
  const real = data === preset('mnist').data;
  return (
    <StorySection name="digits" title={digits.title} aside={<LiveBars of={['clean', 'data', 'filters']} />}>
      {(visible) => (
        <>
          <p>
            <Rich text={digits.what} />
          </p>
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
            <Rich text={[digits.compare, digits.source].join(gap)} />
          </p>
          <Actions>
            <button
              type="button"
              className={real ? 'button' : 'button strong'}
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

/** What is known, and by whom. */
export function PaperStory() {
  const { paper } = useStrings();
  return (
    <StorySection name="paper" title={paper.title}>
      {() => (
        <>
          <p>
            <Rich text={paper.claim} />
          </p>
          <p>
            <Rich text={paper.open} />
          </p>
          <Actions>
            <a className="button" href={paper.href}>
              {paper.read}
            </a>
          </Actions>
        </>
      )}
    </StorySection>
  );
}

/** What is this page's own. */
export function AddedStory() {
  const { added } = useStrings();
  return (
    <StorySection name="added" title={added.title}>
      {() => (
        <>
          <p>{added.lead}</p>
          <ul>
            {added.items.map((item) => (
              <li key={item}>
                <Rich text={item} />
              </li>
            ))}
          </ul>
          <Actions>
            <button type="button" className="button" onClick={() => goToPanel('map')}>
              {added.map}
            </button>
          </Actions>
        </>
      )}
    </StorySection>
  );
}
