import { useFilters, usePicked, type Filters } from '../panels/tiles/use-filters';
import { followFacts } from '../store/views/shown-filters';
import { useApp, useAppState } from '../store/use-app';
import { useStrings } from '../store/words';
import { useVisibleState } from '../ui/use-visible';
import { energyFacts, responseFacts, runFacts, trainedFacts } from './facts';
import { ActivationFormula, NetworkFormula } from './formulas';
import { GuessLine } from './guess-line';
import { Fold } from './fold';
import { Rich } from './rich';
import { Actions, StorySection } from './section';
import { Told } from './told';
import { VectorEnergies } from './vector-energies';

/** What the network does about noise. */
export function NetworkStory() {
  const app = useApp();
  const { network, filters, formula, guesses } = useStrings();
  const trained = useAppState(trainedFacts);
  const loading = useAppState(({ run }) => run.history.length === 0);
  return (
    <StorySection
      name="network"
      title={network.title}
      aside={
        <Fold title={guesses.wider.title}>
          <GuessLine />
        </Fold>
      }
      legend={filters.all.lead}
    >
      {(visible) => (
        <>
          <p>
            <Rich text={network.what(trained)} />
          </p>
          {trained.net === 'cnn' && (
            <Fold title={formula} always>
              <NetworkFormula />
            </Fold>
          )}
          <p className="live">
            <Told
              visible={visible}
              tell={(words, state) => {
                const facts = runFacts(state);
                return [words.network.ranks(facts), words.network.rises(facts)]
                  .filter((sentence) => sentence !== '')
                  .join(words.gap);
              }}
            />
          </p>
          <Actions>
            <button
              type="button"
              className="primary"
              disabled={loading}
              onClick={() => {
                app.setPace('usual');
                app.restart();
                app.play();
              }}
            >
              {network.watch}
            </button>
          </Actions>
        </>
      )}
    </StorySection>
  );
}

/** Why a filter follows one signal vector, and why their rank is not just the number of vectors. */
export function WinnerStory() {
  const { winner, formula } = useStrings();
  const response = useAppState(responseFacts);
  return (
    <StorySection
      name="winner"
      title={winner.title}
      aside={
        <>
          <VectorEnergies />
          {!response.linear && (
            <Fold title={formula} always>
              <ActivationFormula />
            </Fold>
          )}
        </>
      }
    >
      {(visible) => (
        <>
          <p>
            <Rich text={winner.what(response)} />
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
  const { winner } = useStrings();
  const filters = useFilters(visible);
  const picked = usePicked(filters);
  return (
    <>
      <p className="live">
        <Rich text={filters && ended ? winner.now(followFacts(filters.shown)) : winner.early} />
      </p>
      <p className="live" data-told="energies">
        <Told
          visible={visible}
          tell={(strings, state) => {
            const facts = energyFacts(state);
            return facts ? strings.winner.energies(facts) : '';
          }}
        />
      </p>
      <Actions>
        <button
          type="button"
          className="secondary"
          disabled={!filters}
          onClick={() => app.pick(picked === null ? clearest(filters!) : null)}
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
