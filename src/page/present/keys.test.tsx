import { describe, expect, it } from 'vitest';
import { orderOf } from './keys';

const press = (key: string, more = {}) =>
  orderOf({ key, ctrlKey: false, metaKey: false, altKey: false, target: null, ...more })?.kind;

describe('keys while presenting', () => {
  it('are those of remotes and keyboards, capitals too', () => {
    for (const key of ['ArrowRight', 'PageDown']) expect(press(key)).toBe('next');
    for (const key of ['ArrowLeft', 'PageUp']) expect(press(key)).toBe('back');
    for (const key of ['b', 'B', '.']) expect(press(key)).toBe('blank');
    expect(press(' ')).toBe('play');
    expect(press('?')).toBe('keys');
    expect(press('Escape')).toBe('leave');
  });

  it('1 to 9 are presets', () => {
    expect(orderOf({ key: '9', ctrlKey: false, metaKey: false, altKey: false, target: null })).toEqual({
      kind: 'preset',
      at: 8,
    });
    expect(press('0')).toBeUndefined();
  });

  it('with Ctrl, Alt or ⌘ belong to the browser', () => {
    for (const held of ['ctrlKey', 'metaKey', 'altKey']) expect(press('r', { [held]: true })).toBeUndefined();
  });
});
