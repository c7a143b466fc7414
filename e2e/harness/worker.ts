import { checks, type Checks } from './checks';

self.addEventListener(
  'message',
  async ({ data: { name, given } }: MessageEvent<{ name: keyof Checks; given: never }>) => {
    try {
      self.postMessage({ result: await checks[name](given) });
    } catch (error) {
      self.postMessage({ error: String(error) });
    }
  },
);
