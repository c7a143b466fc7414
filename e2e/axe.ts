import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * Axe on a page without frames of its own: run in the page as a whole, and asked for violations only. The same rules and
 * findings at a third of the time: by default what passes is described too, and carried through a page of its own.
 */
export const axe = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
