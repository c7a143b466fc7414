import type { ReactElement } from 'react';
import { PaperStory, AddedStory, DigitsStory } from '../story/closing-stories';
import { NetworkStory, NoiseStory, RankStory } from '../story/data-stories';
import { LimitStory, RaceStory, WinnerStory } from '../story/reason-stories';
import { panelOf } from './exploration';
import './story.css';

/** The story below the first figure: prose and the panels that it speaks of, in turn. Loaded after the first figure. */
const parts: readonly { readonly name: string; readonly Story: () => ReactElement; readonly panels: readonly (keyof typeof panelOf)[] }[] = [
  { name: 'rank', Story: RankStory, panels: [] },
  { name: 'noise', Story: NoiseStory, panels: ['images'] },
  { name: 'network', Story: NetworkStory, panels: ['tiles'] },
  { name: 'winner', Story: WinnerStory, panels: ['alignment'] },
  { name: 'race', Story: RaceStory, panels: ['theory'] },
  { name: 'limit', Story: LimitStory, panels: ['sweep', 'map'] },
  { name: 'digits', Story: DigitsStory, panels: ['runs'] },
  { name: 'paper', Story: PaperStory, panels: [] },
  { name: 'added', Story: AddedStory, panels: [] },
];

export default function Explained() {
  return (
    <>
      {parts.map(({ name, Story, panels }) => (
        <div className="part" key={name}>
          <Story />
          {panels.map((name) => {
            const Panel = panelOf[name];
            return <Panel key={name} />;
          })}
        </div>
      ))}
    </>
  );
}
