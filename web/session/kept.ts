/** What this browser keeps between visits. Where it may keep nothing (a private window), the page works without. */
export interface Kept {
  readonly read: (name: string) => string | null;
  readonly write: (name: string, text: string) => void;
  readonly drop: (name: string) => void;
  /** Drops everything whose name begins so: at the end of a session nothing of its drafts stays on a shared machine. */
  readonly dropAll: (start: string) => void;
}

const prefix = 'duban/';

function quietly<T>(access: (storage: Storage) => T, otherwise: T): T {
  try {
    return access(window.localStorage);
  } catch {
    return otherwise;
  }
}

export const kept: Kept = {
  read: (name) => quietly((storage) => storage.getItem(prefix + name), null),
  write: (name, text) => quietly((storage) => storage.setItem(prefix + name, text), undefined),
  drop: (name) => quietly((storage) => storage.removeItem(prefix + name), undefined),
  dropAll: (start) =>
    quietly((storage) => {
      for (const name of Object.keys(storage)) if (name.startsWith(prefix + start)) storage.removeItem(name);
    }, undefined),
};
