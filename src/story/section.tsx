import { useRef, type ReactNode } from 'react';
import { useVisible } from '../ui/use-visible';

/**
 * A part of the story: prose, a figure of its own beside it where there is one, and something to do at its end.
 * `children` are told whether they are in sight: out of it training costs them nothing.
 */
export function StorySection({
  name,
  title,
  aside,
  legend,
  beneath,
  children,
}: {
  name: string;
  title: string;
  aside?: ReactNode;
  /** What is to be known of the panel that follows. */
  legend?: ReactNode;
  /** Below the prose, as wide as the page. */
  beneath?(visible: boolean): ReactNode;
  children(visible: boolean): ReactNode;
}) {
  const section = useRef<HTMLElement>(null);
  const visible = useVisible(section);
  return (
    <section
      ref={section}
      className={aside ? 'story beside' : 'story'}
      data-story={name}
      aria-labelledby={`story-${name}`}
    >
      <div className="prose">
        <h2 id={`story-${name}`}>{title}</h2>
        {children(visible)}
      </div>
      {aside && <div className="story-aside">{aside}</div>}
      {legend && <p className="legend">{legend}</p>}
      {beneath?.(visible)}
    </section>
  );
}

/** What there is to do at the end of a section. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="actions">{children}</div>;
}
