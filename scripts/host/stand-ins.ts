import { existsSync } from 'node:fs';
import type { Plugin } from 'vite';

/** In the single file, `name.single.ts` stands in for the `name.ts` beside it. */
export function standIns(): Plugin {
  return {
    name: 'single-file stand-ins',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!source.startsWith('.')) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      const standIn = found?.id.replace(/\.(tsx?)$/, '.single.$1');
      return found && standIn && standIn !== found.id && existsSync(standIn) ? standIn : null;
    },
  };
}
