import type { Problem } from '../problems/problem';
import { imagesWish } from '../store/images-wish';
import { useAppState } from '../store/use-app';
import { useStrings } from '../store/words';

/** A problem in words, which are loaded after the first figure. Of images that the link names and that are not here, which. */
export function ProblemText({ problem }: { problem: Problem }) {
  const { problems, ownImages } = useStrings();
  const { images, classes, n } = useAppState((state) => state.experiment);
  return problem.kind === 'images-missing' && problem.hash === images
    ? ownImages.missing(images, classes, n)
    : problems.text(problem);
}

/** The way out where images are missing: to bring them. */
export function BringImages({ problem }: { problem: Problem | null }) {
  const { choose } = useStrings().ownImages;
  return problem?.kind === 'images-missing' ? (
    <button type="button" className="primary" onClick={() => imagesWish.setState({ wish: 'choose' })}>
      {choose}
    </button>
  ) : null;
}
