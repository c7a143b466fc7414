import type { AppState } from '../store/state';
import type { Strings } from '../strings/en';
import { useState } from 'react';
import { defaults } from '../experiment/parameters';
import { useApp, useAppState } from '../store/use-app';
import { useStrings } from '../store/words';
import { short } from '../strings/numbers';
import { Energies } from './energies';
import { dataFacts, runFacts } from './facts';
import { StableRankFormula, NetworkFormula } from './formulas';
import { goToFigure } from './go';
import { LiveBars } from './live-bars';
import { Rich } from './rich';
import { Actions, StorySection } from './section';
import { NoiseSlider } from './symbol';
import { Told } from './told';

/** What rank is. */
export function RankStory() {
  const { rank } = useStrings();
  return (
    <StorySection name="rank" title={rank.title} aside={<Energies />}>
      {() => (
        <>
          <p>
            <Rich text={rank.what} />
          </p>
          <p>
            <Rich text={rank.why} />
          </p>
          <StableRankFormula />
          <p>
            <Rich text={rank.try} />
          </p>
        </>
      )}
    </StorySection>
  );
}

/** What the images are. */
function imagesTold({ kinds }: Strings, state: AppState): string {
  const facts = dataFacts(state);
  return kinds[facts.images].images(facts);
}

/** What noise does to the data. */
export function NoiseStory() {
  const app = useApp();
  const { noise } = useStrings();
  // What is taken away can be put back as it was.
  const [taken, setTaken] = useState<number>(defaults.sigma);
  const sigma = useAppState(({ experiment }) => experiment.sigma);
  return (
    <StorySection name="noise" title={noise.title} aside={<LiveBars of={['clean', 'data']} />}>
      {(visible) => (
        <>
          <p>
            <Told visible={visible} tell={imagesTold} />
          </p>
          <p>
            <Rich text={noise.drag} />
          </p>
          <p className="live">
            <Told visible={visible} tell={(words, state) => words.noise.measured(dataFacts(state))} />
          </p>
          <Actions>
            <NoiseSlider label={noise.slider} />
            <button
              type="button"
              className="button"
              onClick={() => {
                if (sigma > 0) setTaken(sigma);
                app.change({ sigma: sigma > 0 ? 0 : taken });
                app.play();
              }}
            >
              {sigma > 0 ? noise.none : noise.some(short(taken))}
            </button>
          </Actions>
        </>
      )}
    </StorySection>
  );
}

/** What the network does about it. */
export function NetworkStory() {
  const app = useApp();
  const { network } = useStrings();
  const loading = useAppState(({ run }) => run.history.length === 0);
  return (
    <StorySection
      name="network"
      title={network.title}
      aside={
        <>
          <NetworkFormula />
          <LiveBars of={['filters']} />
        </>
      }
    >
      {(visible) => (
        <>
          <p>
            <Rich text={network.what} />
          </p>
          <p className="live">
            <Told
              visible={visible}
              tell={(words, state) => {
                const facts = runFacts(state);
                return [words.network.now(facts), words.network.rises(facts)]
                  .filter((sentence) => sentence !== '')
                  .join(words.gap);
              }}
            />
          </p>
          <p>
            <Rich text={network.moments} />
          </p>
          <Actions>
            <button
              type="button"
              className="button strong"
              disabled={loading}
              onClick={() => {
                app.setPace('usual');
                app.restart();
                app.play();
                goToFigure();
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
