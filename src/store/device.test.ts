import { describe, expect, it, vi } from 'vitest';
import { pageDevice } from './device';

const battery = (charging: boolean, level: number) => Object.assign(new EventTarget(), { charging, level });
const tab = (hidden = false) => Object.assign(new EventTarget(), { hidden }) as unknown as Document;
const soon = () => Promise.resolve();

describe('a device', () => {
  it('that tells nothing has everything to spare', () => {
    const device = pageDevice({}, tab());
    device.onChange(() => {});
    expect([device.saving(), device.hidden()]).toEqual([false, false]);
    expect(pageDevice({}, tab(true)).hidden()).toBe(true);
  });

  it('is spared where its owner asks for less data', () => {
    expect(pageDevice({ connection: { saveData: true } }, tab()).saving()).toBe(true);
    expect(pageDevice({ connection: { saveData: false } }, tab()).saving()).toBe(false);
  });

  it.each([
    [false, 0.19, true],
    [false, 0.2, false],
    [true, 0.05, false],
  ])('is spared on a low battery that is not charged (charging %s, at %s: %s)', async (charging, level, saving) => {
    const device = pageDevice({ getBattery: async () => battery(charging, level) }, tab());
    const changed = vi.fn<() => void>();
    device.onChange(changed);
    expect(device.saving()).toBe(false);
    await soon();
    expect(device.saving()).toBe(saving);
    expect(changed).toHaveBeenCalledOnce();
  });

  it('tells of what changes, and of a hidden tab', async () => {
    const its = battery(true, 0.1);
    const document = tab();
    const device = pageDevice({ getBattery: async () => its }, document);
    const changed = vi.fn<() => void>();
    device.onChange(changed);
    await soon();
    its.charging = false;
    its.dispatchEvent(new Event('chargingchange'));
    expect(device.saving()).toBe(true);
    document.dispatchEvent(new Event('visibilitychange'));
    its.dispatchEvent(new Event('levelchange'));
    expect(changed).toHaveBeenCalledTimes(4);
  });

  it('that may not be asked is as one that tells nothing', async () => {
    const device = pageDevice({ getBattery: () => Promise.reject(new Error('not allowed')) }, tab());
    device.onChange(() => expect.unreachable());
    await soon();
    expect(device.saving()).toBe(false);
  });
});
