import { startTransition, useEffect, useState, type ReactElement } from 'react';
import { PaperStory, AddedStory, DigitsStory } from '../story/closing-stories';
import { NetworkStory, NoiseStory, RankStory } from '../story/data-stories';
import { LimitStory, RaceStory, WinnerStory } from '../story/reason-stories';
import { panelOf } from './exploration';
import './story.css';

/** The story below the first figure: prose and the panels that it speaks of, in turn. Loaded after the first figure. */
const told: readonly {
  readonly name: string;
  readonly Story: () => ReactElement;
  readonly panels: readonly (keyof typeof panelOf)[];
}[] = [
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

let pieces = 0;
/** With the number of stories and panels before each. */
const parts = told.map((part) => {
  const before = pieces;
  pieces += 1 + part.panels.length;
  return { ...part, before };
});

export default function Explained() {
  // One story or panel a task: all at once would hold up the first run, and whoever scrolls or types, for a tenth of a second.
  const [mounted, setMounted] = useState(1);
  useEffect(() => {
    if (mounted === pieces) return;
    const timer = setTimeout(() => startTransition(() => setMounted(mounted + 1)));
    return () => clearTimeout(timer);
  }, [mounted]);
  return (
    <>
      {parts
        .filter(({ before }) => before < mounted)
        .map(({ name, before, Story, panels }) => (
          <div className="part" key={name}>
            <Story />
            {panels.slice(0, mounted - before - 1).map((name) => {
              const Panel = panelOf[name];
              return <Panel key={name} />;
            })}
          </div>
        ))}
    </>
  );
}
