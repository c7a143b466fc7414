import { presetOf } from '../experiment/presets';
import { useAppState } from '../store/use-app';
import { shownVerdict } from '../store/views/shown-verdict';
import { unstableOf } from '../store/views/unstable';
import { useStrings } from '../store/words';
import { Marked } from '../ui/marked';
import { useWatch } from '../ui/use-watch';

/** What to look for in a preset, and what became of the run once it has ended. */
export default function VerdictLine() {
  const { verdict: words, gap } = useStrings();
  const preset = useAppState(({ experiment }) => presetOf(experiment)?.name);
  const { verdict, comparing } = useAppState(shownVerdict);
  const rises = useAppState(unstableOf);
  useWatch('verdict', true);
  return (
    <>
      {preset && (
        <span>
          <Marked text={words.look[preset]} />
          {gap}
        </span>
      )}
      {verdict && (
        <span className="came" data-verdict={verdict.kind}>
          {comparing ? words.comparing : <Marked text={words.text(verdict)} />}
          {rises !== null && verdict.kind !== 'diverged' && words.unstable(rises)}
        </span>
      )}
    </>
  );
}
