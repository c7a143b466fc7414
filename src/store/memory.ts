/** Keeps a text across visits: a device does not change between two lectures. */
export interface Memory {
  read(): string | null;
  write(text: string): void;
}

/** Local storage, or that of one tab, where the browser allows it. */
export function browserMemory(kind: 'localStorage' | 'sessionStorage', key: string): Memory {
  return {
    read() {
      try {
        return window[kind].getItem(key);
      } catch {
        return null;
      }
    },
    write(text) {
      try {
        window[kind].setItem(key, text);
      } catch {
        // Private windows and full disks: what was kept is made again at the next visit.
      }
    },
  };
}
