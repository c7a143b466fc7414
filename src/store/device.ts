/** What the device has to spare for what is drawn without being asked for. */
export interface Device {
  /** Whether nobody looks: the page is in a hidden tab. */
  hidden(): boolean;
  /** Whether it is to be sparing: on a low battery, or because its owner asks for less data. */
  saving(): boolean;
  onChange(act: () => void): void;
}

/** What a browser may tell of its battery and its network; some tell nothing. */
interface Telling {
  readonly connection?: { readonly saveData?: boolean };
  getBattery?(): Promise<Battery>;
}

type Battery = EventTarget & { readonly charging: boolean; readonly level: number };

/** A discharging battery below this share is low. */
const lowBattery = 0.2;

export function pageDevice(navigator: object, document: Document): Device {
  const telling: Telling = navigator;
  let battery: Battery | null = null;
  return {
    hidden: () => document.hidden,
    saving: () =>
      telling.connection?.saveData === true || (battery !== null && !battery.charging && battery.level < lowBattery),
    onChange(act) {
      document.addEventListener('visibilitychange', act);
      telling.getBattery?.().then(
        (its) => {
          battery = its;
          for (const event of ['levelchange', 'chargingchange']) its.addEventListener(event, act);
          act();
        },
        // Frames may be forbidden to ask.
        () => {},
      );
    },
  };
}
