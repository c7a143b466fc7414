import { presetExperiment, presets } from '../experiment/presets';
import { useApp, useAppState } from '../store/use-app';
import { lawGapOf } from '../store/views/theory';
import { useStrings } from '../store/words';
import { short } from '../strings/numbers';
import { halfFacts, raceFacts, runFacts } from './facts';
import { CriticalFormula, RaceFormula } from './formulas';
import { beforeLimit, beyondLimit } from './levels';
import { GuessNumber } from './guess-number';
import { Fold } from './fold';
import { Rich } from './rich';
import { Actions, StorySection } from './section';
import { Told } from './told';

const synthetic = presetExperiment(presets.find(({ name }) => name === 'default')!);

/** Where the claim ends, in the run on the page and in a sweep of the visitor's own. */
export function LimitStory() {
  const app = useApp();
  const { limit, race, kinds, guesses } = useStrings();
  const data = useAppState(({ experiment }) => experiment.data);
  const gap = useAppState(({ experiment }) => lawGapOf(experiment));
  const facts = useAppState(raceFacts);
  const other = facts && (facts.ratio < 1 ? beyondLimit(facts) : beforeLimit(facts));
  return (
    <StorySection
      name="limit"
      title={limit.title}
      aside={
        <Fold title={guesses.few.title}>
          <GuessNumber />
        </Fold>
      }
      legend={<Rich text={limit.finer} />}
    >
      {(visible) => (
        <>
          <p>
            <Rich text={limit.what} />
          </p>
          <p className="live">
            <Told
              visible={visible}
              tell={({ network }, state) => {
                const facts = runFacts(state);
                return network.learnt(facts) || network.ranks(facts);
              }}
            />
          </p>
          <p>
            <Told visible={visible} tell={({ limit: words }, state) => words.half(halfFacts(state))} />
          </p>
          {gap !== null && (
            <p>
              <Rich text={gap === 'images' ? kinds[data].untold.limit : race.none[gap]} />
            </p>
          )}
          {facts && other !== null && facts.winner !== 'no noise' && (
            <Actions>
              <button
                type="button"
                className="secondary"
                onClick={() => {
                  app.change({ sigma: other });
                  app.play();
                }}
              >
                {(facts.ratio < 1 ? limit.past : limit.before)(short(other))}
              </button>
            </Actions>
          )}
        </>
      )}
    </StorySection>
  );
}

/** Signal against noise, with the numbers of the current experiment, and the map that tests the law. */
export function RaceStory() {
  const app = useApp();
  const { race, kinds, formulas } = useStrings();
  const data = useAppState(({ experiment }) => experiment.data);
  const gap = useAppState(({ experiment }) => lawGapOf(experiment));
  const facts = useAppState(raceFacts);
  const { untold } = kinds[data];
  return (
    <StorySection
      name="race"
      title={race.title}
      aside={
        facts && (
          <Fold title={formulas}>
            <RaceFormula />
            <CriticalFormula />
          </Fold>
        )
      }
    >
      {() => (
        <>
          {facts && (
            <>
              <p>
                <Rich text={race.what} />
              </p>
              <p>
                <Rich text={race.law} />
              </p>
            </>
          )}
          <p className="live" data-told="race">
            <Rich text={facts ? race.now(facts) : gap === null || gap === 'images' ? untold.race : race.none[gap]} />
          </p>
          {(!facts || facts.winner === 'no noise') && (
            <Actions>
              <button type="button" className="secondary" onClick={() => app.openRun(synthetic)}>
                {facts ? race.join : gap === 'images' ? race.back : race.usual}
              </button>
            </Actions>
          )}
        </>
      )}
    </StorySection>
  );
}
