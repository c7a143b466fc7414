import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/**
 * For the single file: files that the page offers to save, named in its source as `'./name'`, travel in their links.
 * @param folder where they lie, ending in a slash. @param files names with their types.
 */
export function linkedFiles(folder: string, files: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'linked files',
    transform(code, id) {
      if (id.includes('node_modules')) return null;
      const named = Object.entries(files).filter(([name]) => code.includes(`"./${name}"`));
      if (named.length === 0) return null;
      return named.reduce(
        (text, [name, type]) =>
          text.replaceAll(
            `"./${name}"`,
            () => `"data:${type};base64,${readFileSync(folder + name).toString('base64')}"`,
          ),
        code,
      );
    },
  };
}
