import { presetExperiment, presets, type PresetName } from '../experiment/presets';
import { useApp, useAppState } from '../store/use-app';
import { ownSpectrum } from '../store/views/current';
import { rankAt, rankOfValues } from '../store/views/ranks';
import { regimeOf } from '../store/views/regime';
import type { AppState } from '../store/state';
import { useStrings } from '../store/words';
import type { ColourFacts } from '../strings/edge-facts';
import { LiveBars } from './live-bars';
import { Rich } from './rich';
import { Actions, StorySection } from './section';
import { Told } from './told';

const preset = (wanted: PresetName) => presetExperiment(presets.find(({ name }) => name === wanted)!);
/** What each edge is shown by. */
const shown = { labels: 'wrong-labels', stairs: 'staircase', colour: 'coloured' } as const satisfies Record<
  string,
  PresetName
>;

/** Where the claim's edges are: wrong labels, uneven patterns, coloured noise, each to be tried. */
export function EdgesStory() {
  const app = useApp();
  const {
    edges: { story: words },
  } = useStrings();
  const isDefault = useAppState(({ experiment: { flip, ratio, colour } }) => flip === 0 && ratio === 1 && colour === 0);
  return (
    <StorySection name="edges" title={words.title} beneath={edgesOf}>
      {() => (
        <>
          <p>{words.what}</p>
          {!isDefault && (
            <Actions>
              <button type="button" className="quiet" onClick={() => app.openRun(preset('default'))}>
                {words.take.default}
              </button>
            </Actions>
          )}
        </>
      )}
    </StorySection>
  );
}

const edgesOf = (visible: boolean) => <Edges visible={visible} />;

/** Each with what there is to do about it, and what came of it where there is no panel that says so. */
function Edges({ visible }: { visible: boolean }) {
  const app = useApp();
  const {
    edges: { story: words },
  } = useStrings();
  const coloured = useAppState(({ experiment }) => experiment.colour > 0);
  return (
    <div className="edges">
      {(['labels', 'stairs', 'colour'] as const).map((edge) => (
        <div key={edge} data-edge={edge}>
          <p>
            <Rich text={words[edge]} />
          </p>
          {edge === 'colour' && coloured && (
            <>
              <p className="live">
                <Told visible={visible} tell={({ edges: { colour } }, state) => told(colour.tell, state)} />
              </p>
              <LiveBars of={['data', 'filters']} />
            </>
          )}
          <Actions>
            <button type="button" className="secondary" onClick={() => app.openRun(preset(shown[edge]))}>
              {words.take[edge]}
            </button>
          </Actions>
        </div>
      ))}
    </div>
  );
}

const told = (tell: (facts: ColourFacts) => string, state: AppState): string => {
  const facts = colourFacts(state);
  return facts ? tell(facts) : '';
};

/** Null where noise is white, or the data's spectrum is not known. */
function colourFacts(state: AppState): ColourFacts | null {
  const { experiment, run } = state;
  const spectrum = ownSpectrum(state.data, experiment);
  if (experiment.colour === 0 || experiment.sigma === 0 || !spectrum) return null;
  const both = (notion: 'stable' | 'effective') =>
    [rankOfValues(spectrum.clean, notion), rankOfValues(spectrum.data, notion)] as const;
  const ended = !['training', 'paused', 'failed', 'diverged'].includes(regimeOf(state));
  return {
    colour: experiment.colour,
    sigma: experiment.sigma,
    stable: both('stable'),
    effective: both('effective'),
    filters: ended && run.latest ? rankAt(run.latest, 'stable') : null,
  };
}
