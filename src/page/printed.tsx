import { useEffect } from 'react';
import { QrCode } from './sharing/qr-code';
import { usePaper } from '../ui/use-paper';
import { pageLink } from '../share/links';
import { frameOf } from '../store/views/shown-frame';
import { useAppState } from '../store/use-app';
import { followPrinting } from './printing';

/** On paper only: the link of what is printed, to be read and to be photographed. */
export default function Printed() {
  const paper = usePaper();
  useEffect(followPrinting, []);
  return paper ? <Link /> : null;
}

function Link() {
  const experiment = useAppState((state) => state.experiment);
  const step = useAppState((state) => (state.run.cursor === null ? 0 : (frameOf(state)?.step ?? 0)));
  const link = pageLink(location.href, experiment, step);
  return (
    <p className="printed-link">
      <span>{link}</span>
      <QrCode text={link} />
    </p>
  );
}
