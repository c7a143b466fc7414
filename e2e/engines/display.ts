import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A screen that nobody sees, which both browsers need for WebGL. Firefox takes it even where it shows no window. */
export async function openDisplay(): Promise<{ readonly name: string; close(): void }> {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1400x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [number] = (await once(server.stdout, 'data', { signal: AbortSignal.timeout(20_000) })) as [Buffer];
  return { name: `:${String(number).trim()}`, close: () => void server.kill() };
}
