import { useState } from 'react';
import { defaults } from '../experiment/parameters';
import type { AppState } from '../store/state';
import { useApp, useAppState } from '../store/use-app';
import { useStrings } from '../store/words';
import type { Strings } from '../strings/en';
import { short } from '../strings/numbers';
import { Energies } from './energies';
import { dataFacts } from './facts';
import { Fold } from './fold';
import { StableRankFormula } from './formulas';
import { LiveBars } from './live-bars';
import { Rich } from './rich';
import { Actions, StorySection } from './section';
import { NoiseSlider } from './symbol';
import { Told } from './told';

/** What the curve is, and what rank is. */
export function RankStory() {
  const { rank, formula } = useStrings();
  return (
    <StorySection name="rank" title={rank.title} aside={<Energies />}>
      {() => (
        <>
          <p>{rank.curve}</p>
          <p>
            <Rich text={rank.what} />
          </p>
          <Fold title={formula}>
            <StableRankFormula />
          </Fold>
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
  const { noise, images } = useStrings();
  // What is taken away can be put back as it was.
  const [taken, setTaken] = useState<number>(defaults.sigma);
  const sigma = useAppState(({ experiment }) => experiment.sigma);
  return (
    <StorySection name="noise" title={noise.title} aside={<LiveBars of={['clean', 'data']} />} legend={images.lead}>
      {(visible) => (
        <>
          <p>
            <Told visible={visible} tell={imagesTold} />
          </p>
          <p className="live">
            <Told visible={visible} tell={(words, state) => words.noise.measured(dataFacts(state))} />
          </p>
          <Actions>
            <NoiseSlider label={noise.slider} />
            <button
              type="button"
              className="secondary"
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
