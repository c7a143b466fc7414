import { useEffect, useState } from 'react';
import { problemOf, type Problem } from '../problems/problem';
import { figurePanels, figurePng, figureSvg } from '../share/figure-files';
import { ProblemText } from './problem-text';
import type { Saving } from './use-saving';

/** Panels as the dialog names them. */
const titles: Readonly<Record<string, string>> = {
  figures: 'The three ranks', data: 'Singular values of the data', filters: 'Singular values of the filters', training: 'Training', sweep: 'Noise sweep', map: 'Phase map',
  tiles: 'Every filter', alignment: 'Alignment of the filters', images: 'Training images',
};
/** The number is that of pixels in the file to a pixel of the page. */
const formats = ['svg', 1, 2, 4] as const;
type Format = (typeof formats)[number];

/** One panel's figure: which, how sharp, and what it will look like. */
export function SaveFigure({ name, saving }: { name(what: string, extension: string): string; saving: Saving }) {
  const [panels] = useState(figurePanels);
  const [panel, setPanel] = useState(() => (panels.includes('filters') ? 'filters' : panels[0]!));
  const [format, setFormat] = useState<Format>('svg');
  const [transparent, setTransparent] = useState(false);
  const preview = usePreview(panel, transparent);
  const save = () => {
    if (saving.busy !== null) return;
    if (format === 'svg') saving.save(name(panel, 'svg'), async () => new Blob([(await figureSvg(panel, { transparent })).text], { type: 'image/svg+xml' }));
    else saving.save(name(format === 1 ? panel : `${panel}-${format}x`, 'png'), () => figurePng(panel, { scale: format, transparent }));
  };
  return (
    <section className="save-figure" aria-labelledby="save-figure-title">
      <h3 id="save-figure-title">Figure</h3>
      <label className="which"><span>Panel</span>
        <select value={panel} onChange={({ target }) => setPanel(target.value)}>{panels.map((each) => <option key={each} value={each}>{titles[each]}</option>)}</select>
      </label>
      <div className={transparent ? 'preview checkered' : 'preview'}>
        {'url' in preview ? <img src={preview.url} alt={`Preview: ${titles[panel]}`} /> : <p>{preview.problem ? <ProblemText problem={preview.problem} /> : 'Drawing …'}</p>}
      </div>
      <fieldset className="formats">
        <legend>Format</legend>
        {formats.map((each) => (
          <label key={each}><input type="radio" name="format" checked={format === each} onChange={() => setFormat(each)} />{each === 'svg' ? 'SVG' : `PNG ${each}×`}</label>
        ))}
      </fieldset>
      <label className="transparent"><input type="checkbox" checked={transparent} onChange={({ target }) => setTransparent(target.checked)} />Transparent background</label>
      <button type="button" className="button strong" aria-disabled={saving.busy !== null || !('url' in preview)} onClick={save}>Save figure</button>
    </section>
  );
}

/** The figure as it will be saved, or why there is none; no reason yet while it is drawn. */
type Preview = { readonly url: string } | { readonly problem: Problem | null };

function usePreview(panel: string, transparent: boolean): Preview {
  const [preview, setPreview] = useState<Preview>({ problem: null });
  useEffect(() => {
    let url: string | null = null, current = true;
    figureSvg(panel, { transparent, scale: 1 }).then(
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
  }, [panel, transparent]);
  return preview;
}
