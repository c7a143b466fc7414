import { useStore } from 'zustand';
import { imagesWish } from '../../store/images-wish';
import { Late } from '../../ui/late';
import { late } from '../../ui/late-part';

const ImagesDialog = late(() => import('./images-dialog'));

/** The dialog for own images, once somebody wants to bring some. */
export default function OwnImages() {
  const wish = useStore(imagesWish, (state) => state.wish);
  return wish ? (
    <Late>
      <ImagesDialog wish={wish} onClose={() => imagesWish.setState({ wish: null })} />
    </Late>
  ) : null;
}
