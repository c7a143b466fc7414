import { presetExperiment, presets } from '../experiment/presets';
import { useApp, useAppState } from '../store/use-app';
import { useStrings } from '../store/words';
import { dataFacts, runFacts, variantsFacts } from './facts';
import { Digits } from './digits';
import { Fold } from './fold';
import { Rich } from './rich';
import { Actions, StorySection } from './section';
import { Told } from './told';

const preset = (name: string) => presetExperiment(presets.find((one) => one.name === name)!);

/** The same network on real images. */
export function DigitsStory() {
  const app = useApp();
  const { digits, kinds, gap } = useStrings();
  const data = useAppState(({ experiment }) => experiment.data);
  const real = data === preset('mnist').data;
  return (
    <StorySection name="digits" title={digits.title} aside={<Digits />}>
      {(visible) => (
        <>
          <p>
            <Rich text={`${digits.what}${gap}${digits.source}`} />
          </p>
          <p className="live">
            {real ? (
              <Told
                visible={visible}
                tell={({ noise, network }, state) => {
                  const facts = runFacts(state);
                  return [noise.measured(dataFacts(state)), network.ranks(facts), network.learnt(facts)]
                    .filter((sentence) => sentence !== '')
                    .join(gap);
                }}
              />
            ) : (
              kinds[data].instead
            )}
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
      {(visible) => (
        <>
          <p>{causes.lead}</p>
          <p className="live">
            <Told visible={visible} tell={({ causes: words }, state) => words.summed(variantsFacts(state))} />
          </p>
        </>
      )}
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
        <Fold title={added.lead}>
          <p className="lead">{added.lead}</p>
          <ul>
            {added.items.map((item) => (
              <li key={item}>
                <Rich text={item} />
              </li>
            ))}
          </ul>
        </Fold>
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
