import { arch, cpus, loadavg, totalmem, type } from 'node:os';
import type { Browser } from '@playwright/test';
import { isSoftwareRenderer } from '../src/training/backends/webgl/software-renderer';

/** What figures can only be read beside; neither a path nor a name of the machine. */
export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly memory: string;
  readonly system: string;
  readonly browser: string;
  readonly node: string;
  readonly renderer: string;
  readonly softwareGl: boolean;
  /** Load averages over a minute before the bench and after it; the second has the bench's own work in it. */
  readonly load: number;
  readonly loadAfter: number;
  readonly started: string;
}

/** @param load as it was before the bench made any itself. */
export async function describeMachine(browser: Browser, load: number): Promise<Machine> {
  const renderer = await rendererOf(browser);
  const processors = cpus();
  return {
    cores: processors.length,
    processor: processors[0]?.model.trim() ?? 'unknown',
    memory: `${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
    system: `${type()} ${arch()}`,
    browser: `Chromium ${browser.version()}, headless`,
    node: process.version,
    renderer: renderer || 'no WebGL',
    softwareGl: isSoftwareRenderer(renderer),
    load,
    loadAfter: NaN,
    started: new Date().toISOString().slice(0, 16).replace('T', ' '),
  };
}

export const loadNow = () => loadavg()[0]!;

async function rendererOf(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  try {
    return await page.evaluate(() => {
      const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
      const info = gl?.getExtension('WEBGL_debug_renderer_info');
      return gl && info ? String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL)) : '';
    });
  } finally {
    await page.close();
  }
}
