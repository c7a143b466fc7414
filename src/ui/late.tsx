import { Component, createContext, Suspense, type ReactNode } from 'react';
import { onParts, tryAgain } from '../loading/part';
import { useWords } from '../store/words';
import { ReloadButton } from './reload-button';

interface LateProps {
  /** Stands there until then. */
  readonly meanwhile?: ReactNode;
  /** Of what nobody would miss if it were not there: says nothing where it cannot be had. */
  readonly quiet?: boolean;
  readonly children: ReactNode;
}

/** What stands in for a part that is still to come. */
export const Meanwhile = createContext<ReactNode>(null);

/**
 * A part of the page that is loaded after the first figure. Where it cannot be, the rest stays, and it is tried again when
 * asked to or when the line is back; a reload is offered too, as after a new version of the page was put on the host.
 */
export function Late({ meanwhile, quiet = false, children }: LateProps) {
  return (
    <Boundary quiet={quiet}>
      <Meanwhile value={meanwhile}>
        <Suspense fallback={meanwhile}>{children}</Suspense>
      </Meanwhile>
    </Boundary>
  );
}

class Boundary extends Component<
  { readonly quiet: boolean; readonly children: ReactNode },
  { readonly failed: boolean }
> {
  override readonly state = { failed: false };
  private ends: (() => void) | null = null;

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidMount() {
    this.ends = onParts((what) => what === 'again' && this.state.failed && this.setState({ failed: false }));
  }

  override componentWillUnmount() {
    this.ends?.();
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    if (this.props.quiet) return null;
    return (
      <Broken
        onAgain={() => {
          tryAgain();
          this.setState({ failed: false });
        }}
      />
    );
  }
}

function Broken({ onAgain }: { onAgain(): void }) {
  const words = useWords().page;
  return (
    <p className="outcome bad" role="alert">
      <span>{words.broken}</span>
      <button type="button" className="secondary" onClick={onAgain}>
        {words.again}
      </button>
      <ReloadButton />
    </p>
  );
}
