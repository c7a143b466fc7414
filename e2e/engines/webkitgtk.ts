import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { openDisplay } from './display';
import type { Engine } from './engine';

/** Where Debian's package puts the browser, by the machine's kind. */
const browserPath = () => {
  const { stdout } = spawnSync('dpkg', ['-L', 'libwebkit2gtk-4.1-0'], { encoding: 'utf8' });
  return stdout.split('\n').find((path) => path.endsWith('/MiniBrowser') && existsSync(path));
};

/** Keys by their codes in WebDriver's table; others are their own letter. */
const codes: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Enter: '\uE007',
  Escape: '\uE00C',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

const element = 'element-6066-11e4-a52e-4f735466cecf';

/** WebKitGTK's MiniBrowser, which stands for Safari, over WebDriver: it prints and saves nothing when it is driven so. */
export async function openWebkitgtk(): Promise<Engine> {
  const display = await openDisplay();
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: display.name,
      GDK_BACKEND: 'x11',
      NO_AT_BRIDGE: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    },
  });
  const call = async (method: string, path: string, body?: object) => {
    const response = await fetch(`http://127.0.0.1:${port}/session${path}`, {
      method,
      signal: AbortSignal.timeout(60_000),
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const { value } = (await response.json()) as { value: never };
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  };
  const session = await started(() =>
    call('POST', '', {
      capabilities: {
        alwaysMatch: {
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': {
            binary: process.env['MINIBROWSER'] ?? browserPath(),
            args: ['--automation', '--features=+AllowWebGLInWorkers'],
          },
        },
      },
    }),
  );
  const { sessionId, capabilities } = session as { sessionId: string; capabilities: { browserVersion: string } };
  const of = (path: string) => `/${sessionId}${path}`;
  // The window has a bar above the page.
  await call('POST', of('/window/rect'), { width: 1280, height: 838 });
  return {
    version: `WebKitGTK ${capabilities.browserVersion}`,
    saved: null,
    async open(url) {
      await call('POST', of('/url'), { url: 'about:blank' });
      await call('POST', of('/url'), { url });
    },
    async evaluate(act, ...given) {
      const script = `const done = arguments[arguments.length - 1];
        Promise.resolve().then(() => (${act})(...[...arguments].slice(0, -1)))
          .then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value, error } = await call('POST', of('/execute/async'), { script, args: given });
      if (error !== undefined) throw new Error(error);
      return value;
    },
    async click(selector) {
      const found = await call('POST', of('/element'), { using: 'css selector', value: selector });
      await call('POST', of(`/element/${found[element]}/click`), {});
    },
    async press(key) {
      const value = codes[key] ?? key;
      const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value }));
      await call('POST', of('/actions'), { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    print: () => Promise.resolve(null),
    async close() {
      await call('DELETE', of(''));
      driver.kill();
      display.close();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Tries until the driver listens. */
async function started<Value>(attempt: () => Promise<Value>): Promise<Value> {
  for (let left = 100; ; left--) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 0 || !(error instanceof TypeError)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
