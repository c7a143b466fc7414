import { part } from '../../loading/part';
import { useApp, useAppState } from '../../store/use-app';
import { useWords } from '../../store/words';

const guide = part(() => import('./guide'), { forActs: true });
const steps = part(() => import('./steps'), { forActs: true });

/** Starts the guided tour, which is loaded then, and leaves it. */
export function TourButton() {
  const app = useApp();
  const words = useWords().page;
  const open = useAppState(({ experiment }) => experiment.tour !== '');
  const start = async () => {
    const [{ enterStep }, { tour }] = await Promise.all([guide(), steps()]);
    enterStep(app, tour[0]!);
  };
  return (
    <button
      type="button"
      className="secondary tour-button"
      aria-pressed={open}
      onClick={() => (open ? app.leaveTour() : void start().catch(() => undefined))}
    >
      {words.tour}
    </button>
  );
}
