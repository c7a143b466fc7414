import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe finds wrong with a page, each rule with the elements that break it. Run in the page as a whole, not in its
 * frames, and asked for violations only. The same rules and findings at a third of the time: by default what passes is
 * described too, and carried through a page of its own.
 * @param narrow to a part of the page, or past one.
 */
export async function violations(
  page: Page,
  narrow: (axe: AxeBuilder) => AxeBuilder = (axe) => axe,
): Promise<string[]> {
  const found = await narrow(
    new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }),
  ).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
