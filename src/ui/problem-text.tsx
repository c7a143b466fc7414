import type { Problem } from '../problems/problem';
import { imagesWish } from '../store/images-wish';
import { useAppState } from '../store/use-app';
import { useStrings, useWords } from '../store/words';

/** A problem in words, which are loaded after the first figure. Of images that the link names and that are not here, which. */
export function ProblemText({ problem }: { problem: Problem }) {
  const { problems, ownImages } = useStrings();
  const { images, classes, n } = useAppState((state) => state.experiment);
  return problem.kind === 'images-missing' && problem.hash === images
    ? ownImages.missing(images, classes, n)
    : problems.text(problem);
}

/**
 * The way out that a problem has beside asking again: images that are missing are brought; the page is loaded anew where a
 * part of it is missing, as browsers keep a script that came and is not whole for as long as the page lives.
 */
export function WayOut({ problem }: { problem: Problem | null }) {
  const { choose } = useStrings().ownImages;
  const { reload } = useWords().page;
  if (problem?.kind === 'images-missing')
    return (
      <button type="button" className="primary" onClick={() => imagesWish.setState({ wish: 'choose' })}>
        {choose}
      </button>
    );
  return problem?.kind === 'part-missing' ? (
    <button type="button" className="secondary" onClick={() => location.reload()}>
      {reload}
    </button>
  ) : null;
}
