/** What a page does about files that are dragged over it. */
export interface DropHandlers {
  /** A file is being dragged over the page, or no longer. */
  onDrag(over: boolean): void;
  /** What was dropped; to be read before anything else happens, as it is empty afterwards. */
  onDrop(dropped: DataTransfer): void;
}

/** Without a sign of a drag for this long, in ms, it is over: some browsers forget to say so when it ends outside. */
const silence = 700;

/** Takes files that are dropped anywhere on the page, and leaves dragged text and links to the browser. @returns a function that stops it. */
export function watchDrops(view: Window, { onDrag, onDrop }: DropHandlers): () => void {
  let timer: number | undefined;
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  const over = (event: DragEvent) => {
    if (!holdsFiles(event)) return;
    // Without this the browser would leave the page and show the file.
    event.preventDefault();
    event.dataTransfer!.dropEffect = 'copy';
    view.clearTimeout(timer);
    timer = view.setTimeout(() => onDrag(false), silence);
    onDrag(true);
  };
  const drop = (event: DragEvent) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    view.clearTimeout(timer);
    onDrag(false);
    onDrop(event.dataTransfer!);
  };
  view.addEventListener('dragenter', over);
  view.addEventListener('dragover', over);
  view.addEventListener('drop', drop);
  return () => {
    view.clearTimeout(timer);
    view.removeEventListener('dragenter', over);
    view.removeEventListener('dragover', over);
    view.removeEventListener('drop', drop);
  };
}
