import { useWords } from '../store/words';

/** Loads the page anew, where a part of it is missing: browsers keep a script that came and is not whole for as long as the page lives. */
export function ReloadButton() {
  const { reload } = useWords().page;
  return (
    <button type="button" className="secondary" onClick={() => location.reload()}>
      {reload}
    </button>
  );
}
