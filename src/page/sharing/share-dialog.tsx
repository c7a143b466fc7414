import { useState } from 'react';
import { frameOf } from '../../store/views/shown-frame';
import { pageLink } from '../../share/links';
import { useAppState } from '../../store/use-app';
import { useStrings } from '../../store/words';
import { Dialog } from '../../ui/dialog';
import { CopyField } from '../../ui/copy-field';
import { EmbedBuilder } from './embed-builder';
import { fitsCode, QrCode } from './qr-code';
import { WithoutNetwork } from './without-network';
import './share-dialog.css';

/** The state of the page as a link, a code to photograph, and a frame for slides. */
export default function ShareDialog({ onClose }: { onClose(): void }) {
  const { title, sharing: words } = useStrings();
  const experiment = useAppState((state) => state.experiment);
  const shown = useAppState((state) => (state.run.cursor === null ? 0 : (frameOf(state)?.step ?? 0)));
  const [atStep, setAtStep] = useState(true);
  const [hall, setHall] = useState(false);
  const page = location.href;
  const step = atStep ? shown : 0;
  const link = pageLink(page, experiment, step);
  const local = location.protocol === 'file:' || /^(localhost|127\.|\[::1\])/.test(location.hostname);
  return (
    <Dialog
      title={hall ? title : words.title}
      className={hall ? 'share hall' : 'share'}
      {...(hall ? { back: { label: words.smaller, act: () => setHall(false) } } : {})}
      onClose={onClose}
    >
      {hall ? (
        <div className="hall-code">
          <QrCode text={link} />
          <p>{link}</p>
        </div>
      ) : (
        <>
          <div className="share-link">
            <div>
              <CopyField label={words.link} text={link} />
              {shown > 0 && (
                <label className="check">
                  <input type="checkbox" checked={atStep} onChange={({ target }) => setAtStep(target.checked)} />{' '}
                  {words.atStep(shown)}
                </label>
              )}
              <p className="hint">
                {words.hint({ pinned: experiment.pins.length > 0, talk: experiment.talk.length > 0, local })}
              </p>
              {'share' in navigator && (
                <button
                  type="button"
                  className="secondary"
                  onClick={() => void navigator.share({ title: document.title, url: link }).catch(() => {})}
                >
                  {words.with}
                </button>
              )}
            </div>
            {fitsCode(link) && (
              <button
                type="button"
                className="qr-button"
                aria-label={words.large.label}
                title={words.large.hint}
                onClick={() => setHall(true)}
              >
                <QrCode text={link} />
              </button>
            )}
          </div>
          <EmbedBuilder page={page} experiment={experiment} step={step} />
          <WithoutNetwork />
        </>
      )}
    </Dialog>
  );
}
