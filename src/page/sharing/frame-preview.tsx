import { useEffect, useRef, useState } from 'react';
import { useStrings } from '../../store/words';

interface FramePreviewProps {
  readonly link: string;
  /** Of the frame, in its own pixels. */
  readonly size: readonly [width: number, height: number];
  /** The largest that it is shown, in the page's pixels. */
  readonly most: readonly [width: number, height: number];
}

/**
 * Who closes the dialog at once has not begun to load another page, in ms. Firefox (153 at least) never gives back a frame that
 * is removed while its scripts come.
 */
const untilLoaded = 300;

/** A frame as it will be elsewhere, alive. It follows its link as a page does whose address is changed: it is not loaded again. */
export function FramePreview({ link, size: [width, height], most }: FramePreviewProps) {
  const {
    sharing: { frame: words },
  } = useStrings();
  const frame = useRef<HTMLIFrameElement>(null),
    shown = useRef(link);
  const [first, setFirst] = useState<string | null>(null);
  const zoom = Math.min(1, most[0] / width, most[1] / height);
  useEffect(() => {
    const timer = setTimeout(() => setFirst(shown.current), untilLoaded);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (shown.current === link) return;
    shown.current = link;
    // Not by `src`, which would be an entry in the browser's history.
    frame.current?.contentWindow?.location.replace(link);
  }, [link]);
  return (
    <div className="frame-preview" style={{ width: width * zoom, height: height * zoom }}>
      {first !== null && (
        // oxlint-disable-next-line react/iframe-missing-sandbox -- it is this very page, which needs its workers
        <iframe
          ref={frame}
          src={first}
          width={width}
          height={height}
          title={words.preview}
          style={{ transform: `scale(${zoom})` }}
        />
      )}
    </div>
  );
}
