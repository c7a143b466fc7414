import { startTransition, useEffect, useState, type ReactElement } from 'react';
import { panelsBelow } from '../panels/list';
import type { StoryPart } from '../panels/panel';
import { Placed } from '../panels/placed';
import { EdgesStory } from '../story/edges-story';
import { OpenStory } from '../story/open-story';
import { CausesStory, CompareStory, DigitsStory, PaperStory } from '../story/closing-stories';
import { NoiseStory, RankStory } from '../story/data-stories';
import { NetworkStory, WinnerStory } from '../story/network-stories';
import { LimitStory, RaceStory } from '../story/reason-stories';
import './heights.css';
import './story.css';

/** The story below the first figure: prose and the panels that it speaks of, in turn. Loaded after the first figure. */
const told: Readonly<Record<StoryPart, () => ReactElement>> = {
  rank: RankStory,
  limit: LimitStory,
  noise: NoiseStory,
  network: NetworkStory,
  winner: WinnerStory,
  race: RaceStory,
  open: OpenStory,
  causes: CausesStory,
  edges: EdgesStory,
  digits: DigitsStory,
  compare: CompareStory,
  paper: PaperStory,
};

let pieces = 0;
/** With the number of stories and panels before each. */
const parts = (Object.keys(told) as StoryPart[]).map((name) => {
  const before = pieces,
    panels = panelsBelow(name);
  pieces += 1 + panels.length;
  return { name, Story: told[name], panels, before };
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
            {panels.slice(0, mounted - before - 1).map((panel) => (
              <Placed key={panel} name={panel} />
            ))}
          </div>
        ))}
    </>
  );
}
