import { afterEach, expect, it, vi } from 'vitest';
import { pageClock } from './clock';

afterEach(() => void vi.restoreAllMocks());

it('a hidden page has no frames, and has them again when it is shown', async () => {
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  const asked = vi.spyOn(globalThis, 'requestAnimationFrame');
  const frame = pageClock().frame();
  document.dispatchEvent(new Event('visibilitychange'));
  await Promise.resolve();
  expect(asked).not.toHaveBeenCalled();
  hidden.mockReturnValue(false);
  document.dispatchEvent(new Event('visibilitychange'));
  await frame;
  expect(asked).toHaveBeenCalledOnce();
});
