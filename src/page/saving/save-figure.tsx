import { useEffect, useState } from 'react';
import { problemOf, type Problem } from '../../problems/problem';
import type { FigurePanel } from '../../panels/list';
import { figurePanels, figurePng, figureSvg } from '../../share/figure-files';
import { useStrings } from '../../store/words';
import { ProblemText } from '../../ui/problem-text';
import type { Saving } from './use-saving';

/** The number is that of pixels in the file to a pixel of the page. */
const formats = ['svg', 1, 2, 4] as const;
type Format = (typeof formats)[number];

/** One panel's figure: which, how sharp, and what it will look like. */
export function SaveFigure({ name, saving }: { name(what: string, extension: string): string; saving: Saving }) {
  const {
    saving: { figure: words },
    panels: { figures: named },
  } = useStrings();
  const panels = useFigurePanels();
  const [panel, setPanel] = useState<FigurePanel>(() => (panels.includes('filters') ? 'filters' : panels[0]!));
  const [format, setFormat] = useState<Format>('svg');
  const [transparent, setTransparent] = useState(false);
  const preview = usePreview(panel, words.ranks, transparent);
  const save = () => {
    if (saving.busy !== null) return;
    if (format === 'svg')
      saving.save(
        name(panel, 'svg'),
        async () =>
          new Blob([(await figureSvg(panel, { title: words.ranks, transparent })).text], { type: 'image/svg+xml' }),
      );
    else
      saving.save(name(format === 1 ? panel : `${panel}-${format}x`, 'png'), () =>
        figurePng(panel, { title: words.ranks, scale: format, transparent }),
      );
  };
  return (
    <section className="save-figure" aria-labelledby="save-figure-title">
      <h3 id="save-figure-title">{words.title}</h3>
      <label className="which">
        <span>{words.panel}</span>
        <select value={panel} onChange={({ target }) => setPanel(target.value as FigurePanel)}>
          {panels.map((each) => (
            <option key={each} value={each}>
              {named[each]}
            </option>
          ))}
        </select>
      </label>
      <div className={transparent ? 'preview checkered' : 'preview'}>
        {'url' in preview ? (
          <img src={preview.url} alt={words.preview(named[panel])} />
        ) : (
          <p>{preview.problem ? <ProblemText problem={preview.problem} /> : words.drawing}</p>
        )}
      </div>
      <fieldset className="formats">
        <legend>{words.format}</legend>
        {formats.map((each) => (
          <label key={each}>
            <input type="radio" name="format" checked={format === each} onChange={() => setFormat(each)} />
            {each === 'svg' ? 'SVG' : `PNG ${each}×`}
          </label>
        ))}
      </fieldset>
      <label className="transparent">
        <input type="checkbox" checked={transparent} onChange={({ target }) => setTransparent(target.checked)} />
        {words.transparent}
      </label>
      <button
        type="button"
        className="primary"
        aria-disabled={saving.busy !== null || !('url' in preview)}
        onClick={save}
      >
        {words.save}
      </button>
    </section>
  );
}

/** Panels that have a figure, also those that come while the dialog is open. */
function useFigurePanels(): readonly FigurePanel[] {
  const [panels, setPanels] = useState(figurePanels);
  useEffect(() => {
    const look = () =>
      setPanels((before) => {
        const now = figurePanels();
        return now.length === before.length && now.every((name, i) => name === before[i]) ? before : now;
      });
    look();
    const watch = new MutationObserver(look);
    watch.observe(document.body, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, []);
  return panels;
}

/** The figure as it will be saved, or why there is none; no reason yet while it is drawn. */
type Preview = { readonly url: string } | { readonly problem: Problem | null };

function usePreview(panel: string, title: string, transparent: boolean): Preview {
  const [preview, setPreview] = useState<Preview>({ problem: null });
  useEffect(() => {
    let url: string | null = null,
      current = true;
    figureSvg(panel, { title, transparent, scale: 1 }).then(
      ({ text }) => {
        if (!current) return;
        url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
        setPreview({ url });
      },
      (error: unknown) => current && setPreview({ problem: problemOf(error) }),
    );
    return () => {
      current = false;
      if (url) URL.revokeObjectURL(url);
    };
  }, [panel, title, transparent]);
  return preview;
}
