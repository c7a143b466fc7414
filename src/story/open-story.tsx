import { networkOf } from '../experiment/networks';
import type { Experiment } from '../experiment/parameters';
import { attentionNow } from '../store/views/attention';
import { embeddingsOf } from '../store/views/embeddings';
import { rankOfValues } from '../store/views/ranks';
import type { AppState } from '../store/state';
import { useApp, useAppState } from '../store/use-app';
import { useStrings } from '../store/words';
import { short } from '../strings/numbers';
import { useWatch } from '../ui/use-watch';
import type { FirstLayerFacts } from '../strings/panel-facts';
import { raceFacts } from './facts';
import { beforeLimit, beyondLimit } from './levels';
import { Rich } from './rich';
import { Actions, StorySection } from './section';
import { Told } from './told';

/** Those that can be taken from here, beside the one that is there. */
const offered: readonly (Experiment['net'] & ('deep' | 'transformer' | 'cnn'))[] = ['deep', 'transformer', 'cnn'];

/** Deeper networks and attention, to be tried: what the paper leaves open. */
export function OpenStory() {
  const app = useApp();
  const { open, limit } = useStrings();
  const net = useAppState(({ experiment }) => networkOf(experiment));
  const facts = useAppState(raceFacts);
  const other =
    facts && facts.winner !== 'no noise' ? (facts.ratio < 1 ? beyondLimit(facts) : beforeLimit(facts)) : null;
  const train = (patch: Partial<Experiment>) => {
    app.change(patch);
    app.play();
  };
  return (
    <StorySection name="open" title={open.title} legend={open.figures}>
      {(visible) => (
        <>
          <p>
            <Rich text={open.what} />
          </p>
          <p>
            <Rich text={open.networks} />
          </p>
          <Watch visible={visible} />
          <p className="live">
            <Told
              visible={visible}
              tell={({ open: words, gap }, state) => {
                const first = firstLayerFacts(state);
                const told = first ? words.first(first) : words.putting;
                return [told, words.looks(attentionNow(state))].filter((sentence) => sentence !== '').join(gap);
              }}
            />
          </p>
          <Actions>
            {offered
              .filter((each) => each !== net)
              .map((each) => (
                <button key={each} type="button" className="secondary" onClick={() => train({ net: each })}>
                  {open.take[each]}
                </button>
              ))}
            {facts && other !== null && (
              <button type="button" className="secondary" onClick={() => train({ sigma: other })}>
                {(facts.ratio < 1 ? limit.past : limit.before)(short(other))}
              </button>
            )}
          </Actions>
        </>
      )}
    </StorySection>
  );
}

/** Images are put through the network for what is told, as long as that is in sight. */
function Watch({ visible }: { visible: boolean }) {
  useWatch('open', visible);
  return null;
}

/** What the first layer does to the rank of images with noise and without; null before they have been put through it. */
function firstLayerFacts(state: AppState): FirstLayerFacts | null {
  const shown = embeddingsOf(state);
  const [images, layer] = shown?.spectra ?? [];
  if (!shown || shown.stale || !images || !layer) return null;
  const ranks = ({ noisy, clean }: typeof images) => ({
    noisy: rankOfValues(noisy, 'stable'),
    clean: rankOfValues(clean, 'stable'),
  });
  return { step: shown.step, images: ranks(images), layer: ranks(layer) };
}
