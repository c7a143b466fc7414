/** Keeps a text across visits: a device does not change between two lectures. */
export interface Memory {
  read(): string | null;
  write(text: string): void;
}

/** For pages that keep nothing. */
export const noMemory: Memory = { read: () => null, write() {} };

/** Local storage where the browser allows it. */
export function browserMemory(key: string): Memory {
  return {
    read() {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    write(text) {
      try {
        localStorage.setItem(key, text);
      } catch {
        // Private windows and full disks: what was kept is made again at the next visit.
      }
    },
  };
}
