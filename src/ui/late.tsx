import { Component, Suspense, type ReactNode } from 'react';
import { useWords } from '../store/words';

/**
 * A part of the page that is loaded after the first figure. Where it cannot be, which after a new version of the page
 * was put on the host is the usual reason, the rest stays and a reload is offered. @param meanwhile stands there until then.
 */
export function Late({ meanwhile, children }: { meanwhile?: ReactNode; children: ReactNode }) {
  return (
    <Boundary>
      <Suspense fallback={meanwhile}>{children}</Suspense>
    </Boundary>
  );
}

class Boundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return <Broken />;
  }
}

function Broken() {
  const words = useWords().page;
  return (
    <p className="outcome bad" role="alert">
      <span>{words.broken}</span>
      <button type="button" className="secondary" onClick={() => location.reload()}>
        {words.reload}
      </button>
    </p>
  );
}
