import type { Problem } from '../problems/problem';
import { imagesWish } from '../store/images-wish';
import { useAppState } from '../store/use-app';
import { useStrings } from '../store/words';
import { ReloadButton } from './reload-button';

/** A problem in words, which are loaded after the first figure. Of images that the link names and that are not here, which. */
export function ProblemText({ problem }: { problem: Problem }) {
  const { problems, ownImages } = useStrings();
  const { images, classes, n } = useAppState((state) => state.experiment);
  return problem.kind === 'images-missing' && problem.hash === images
    ? ownImages.missing(images, classes, n)
    : problems.text(problem);
}

/** The way out that a problem has beside asking again: images that are missing are brought, a part that is missing by a reload. */
export function WayOut({ problem }: { problem: Problem | null }) {
  const { choose } = useStrings().ownImages;
  if (problem?.kind === 'images-missing')
    return (
      <button type="button" className="primary" onClick={() => imagesWish.setState({ wish: 'choose' })}>
        {choose}
      </button>
    );
  return problem?.kind === 'part-missing' ? <ReloadButton /> : null;
}
