import { PageMenu } from '../controls/page-menu';
import { PresetsMenu } from '../controls/presets-menu';
import { useWords } from '../store/words';
import { TourButton } from '../story/tour/button';
import { PresentButton } from './present/button';
import { SaveMenu } from './saving/save-menu';
import { ShareButton } from './sharing/share-button';

/** What leads on from the page, beside its name; loaded after the first figure. */
export default function Head() {
  const words = useWords().page;
  return (
    <nav aria-label={words.navigation}>
      <PresetsMenu />
      <TourButton />
      <PresentButton />
      <SaveMenu />
      <ShareButton />
      <PageMenu />
    </nav>
  );
}
