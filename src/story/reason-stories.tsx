import { useFilters, type Filters } from '../panels/tiles/use-filters';
import { presetExperiment, presets } from '../experiment/presets';
import { followFacts } from '../store/views/shown-filters';
import { useApp, useAppState } from '../store/use-app';
import { useStrings } from '../store/words';
import { short } from '../strings/numbers';
import { raceFacts } from './facts';
import { ActivationFormula, CriticalFormula, RaceFormula, RatioFormula } from './formulas';
import { goToPanel } from './go';
import { beforeLimit, beyondLimit } from './levels';
import { Rich } from './rich';
import { useVisibleState } from '../ui/use-visible';
import { Actions, StorySection } from './section';

const synthetic = presetExperiment(presets.find(({ name }) => name === 'default')!);

/** Why a filter follows one signal vector. */
export function WinnerStory() {
  const { winner, gap } = useStrings();
  const q = useAppState(({ experiment }) => experiment.q);
  return (
    <StorySection name="winner" title={winner.title} aside={<ActivationFormula />}>
      {(visible) => (
        <>
          <p>
            <Rich text={[winner.what, winner.slope(q)].join(gap)} />
          </p>
          <Followed visible={visible} />
        </>
      )}
    </StorySection>
  );
}

function Followed({ visible }: { visible: boolean }) {
  const app = useApp();
  const ended = useVisibleState(visible, ({ run }) => run.status === 'finished' && run.cursor === null);
  const picked = useAppState((state) => state.picked);
  const { winner } = useStrings();
  const filters = useFilters(visible);
  return (
    <>
      <p className="live">
        <Rich text={filters && ended ? winner.now(followFacts(filters.shown)) : winner.early} />
      </p>
      <Actions>
        <button
          type="button"
          className="button"
          disabled={!filters}
          onClick={() => {
            app.pick(picked === null ? clearest(filters!) : null);
            if (picked === null) goToPanel('alignment');
          }}
        >
          {picked === null ? winner.pick : winner.picked}
        </button>
      </Actions>
    </>
  );
}

/** Within each group the clearest comes first. */
function clearest({ groups }: Filters): number {
  return (
    (
      groups.find(({ feature, filters }) => typeof feature === 'number' && filters.length > 0) ??
      groups.find(({ filters }) => filters.length > 0)
    )?.filters[0] ?? 0
  );
}

/** Signal against noise, with the numbers of the current experiment. */
export function RaceStory() {
  const app = useApp();
  const { race, kinds } = useStrings();
  const data = useAppState(({ experiment }) => experiment.data);
  const facts = useAppState(raceFacts);
  const other = facts && (facts.ratio < 1 ? beyondLimit(facts) : beforeLimit(facts));
  return (
    <StorySection
      name="race"
      title={race.title}
      aside={
        <>
          <RatioFormula />
          <RaceFormula />
        </>
      }
    >
      {() => (
        <>
          <p>
            <Rich text={race.what} />
          </p>
          <p>
            <Rich text={race.law} />
          </p>
          <p className="live" data-told="race">
            <Rich text={facts ? race.now(facts) : kinds[data].untold.race} />
          </p>
          <Actions>
            {facts && other !== null && facts.winner !== 'no noise' && (
              <button
                type="button"
                className="button"
                onClick={() => {
                  app.change({ sigma: other });
                  app.play();
                }}
              >
                {(facts.ratio < 1 ? race.lose : race.win)(short(other))}
              </button>
            )}
            {facts?.winner === 'no noise' && (
              <button type="button" className="button" onClick={() => app.openRun(synthetic)}>
                {race.join}
              </button>
            )}
            {!facts && (
              <button type="button" className="button" onClick={() => app.openRun(synthetic)}>
                {race.back}
              </button>
            )}
          </Actions>
        </>
      )}
    </StorySection>
  );
}

/** Critical noise, and the sweep that shows it. */
export function LimitStory() {
  const app = useApp();
  const { limit, kinds } = useStrings();
  const data = useAppState(({ experiment }) => experiment.data);
  const facts = useAppState(raceFacts);
  const other = facts && (facts.ratio < 1 ? beyondLimit(facts) : beforeLimit(facts));
  const running = useAppState(({ sweep }) => sweep.status === 'running');
  return (
    <StorySection name="limit" title={limit.title} aside={<CriticalFormula />}>
      {() => (
        <>
          <p>
            <Rich text={limit.what} />
          </p>
          <p className="live" data-told="limit">
            <Rich text={facts ? limit.now(facts) : kinds[data].untold.limit} />
          </p>
          <p>
            <Rich text={limit.sweep} />
          </p>
          <Actions>
            <button
              type="button"
              className="button strong"
              onClick={() => {
                if (!running) app.startSweep('sweep');
                goToPanel('sweep');
              }}
            >
              {running ? limit.running : limit.start}
            </button>
            {facts && other !== null && facts.winner !== 'no noise' && (
              <button
                type="button"
                className="button"
                onClick={() => {
                  app.change({ sigma: other });
                  app.play();
                }}
              >
                {(facts.ratio < 1 ? limit.past : limit.before)(short(other))}
              </button>
            )}
          </Actions>
        </>
      )}
    </StorySection>
  );
}
