import type { ReactNode } from 'react';
import { signalShareOf } from '../../store/views/shown-frame';
import { lawGapOf, percentOff, predictionOf, raceOf, type Race } from '../../store/views/theory';
import { regimeOf } from '../../store/views/regime';
import { useStrings } from '../../store/words';
import { hundredths, rank, short, thousandths } from '../../strings/numbers';
import { Marked } from '../../ui/marked';
import { useVisibleState } from '../../ui/use-visible';

/** What the theory says of the current experiment, number by number, and what the run says. @param measured stable rank of the noisy patch matrix. */
export function TheoryTable({ visible, measured }: { visible: boolean; measured: number | null }) {
  const {
    percent,
    kinds,
    race: { none },
    theory: { terms: words },
  } = useStrings();
  const experiment = useVisibleState(visible, (state) => state.experiment);
  const regime = useVisibleState(visible, regimeOf);
  const share = useVisibleState(visible, signalShareOf);
  const gap = lawGapOf(experiment),
    race = gap === null ? raceOf(experiment) : null;
  const { value: predicted, why } = predictionOf(experiment);
  return (
    <dl className="theory">
      {race ? (
        <RaceTerms race={race} projected={experiment.project} />
      ) : (
        <Term
          words={gap === 'images' ? words.untold : words.critical}
          id="none"
          value={words.untold.value}
          text={gap === null || gap === 'images' ? kinds[experiment.data].untold.dimension : none[gap]}
        />
      )}
      {predicted === null ? (
        <Term
          words={words.predicted}
          id="predicted"
          value={words.predicted.none}
          text={words.predicted.without(why, experiment.data)}
        />
      ) : (
        <Term
          words={words.predicted}
          id="predicted"
          value={rank(predicted)}
          text={words.predicted.text(
            measured === null ? null : { rank: measured, off: percentOff(measured, predicted) },
          )}
        />
      )}
      <Term words={words.share} id="share" value={share === null ? '–' : percent(share)} text={words.share.text} />
      <Term
        words={words.regime}
        id="regime"
        value={words.regime.value(regime)}
        text={words.regime.text(regime, race?.winner ?? null)}
      />
    </dl>
  );
}

function RaceTerms({ race, projected }: { race: Race; projected: boolean }) {
  const words = useStrings().theory.terms;
  const { snr, pull, signalDimension, critical, ratio, winner } = race;
  return (
    <>
      <Term words={words.snr} id="snr" value={short(snr)} text={words.snr.text(snr, projected)} />
      <Term
        words={words.race}
        id="race"
        value={
          <>
            {short(pull)} <span className="against">{pull > signalDimension ? '>' : '<'}</span> {signalDimension}
          </>
        }
        text={words.race.text(winner)}
      />
      <Term words={words.critical} id="critical" value={thousandths(critical)} text={words.critical.text} />
      <Term words={words.ratio} id="ratio" value={hundredths(ratio)} text={words.ratio.text(winner)} />
    </>
  );
}

function Term({
  words,
  id,
  value,
  text,
}: {
  words: { readonly name: string; readonly symbol: string };
  id: string;
  value: ReactNode;
  text: string;
}) {
  return (
    <div>
      <dt>
        {words.name}{' '}
        <span className="symbol">
          <Marked text={words.symbol} />
        </span>
      </dt>
      <dd className="value" data-term={id}>
        {value}
      </dd>
      <dd>
        <Marked text={text} />
      </dd>
    </div>
  );
}
