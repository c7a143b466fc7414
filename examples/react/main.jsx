import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'rank-under-noise/element';

function Figure() {
  const [sigma, setSigma] = useState(0.2);
  const [rank, setRank] = useState();
  return (
    <>
      <rank-under-noise
        src="/figure/"
        sigma={sigma}
        show="curve"
        onstate={({ detail }) => setRank(detail.metrics.filters?.stableRank)}
      />
      <label>
        Background noise{' '}
        <input
          type="range"
          min={0}
          max={0.6}
          step={0.05}
          value={sigma}
          onChange={({ target }) => setSigma(target.valueAsNumber)}
        />
      </label>
      <p>{rank === undefined ? '…' : `The filters’ stable rank is ${rank.toFixed(1)}.`}</p>
    </>
  );
}

createRoot(document.getElementById('root')).render(<Figure />);
