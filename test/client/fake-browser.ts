import { request } from 'undici';

import type { PageLike } from '../../packages/client/src';

type Listener = (event: { persisted?: boolean; key?: string | null }) => void;

/** A page of a browser: a reload makes a new one. */
export interface FakePage extends PageLike {
  /** Sends an event to the page's listeners. */
  readonly fire: (type: string, event?: { persisted?: boolean; key?: string | null }) => void;
  /** The page is closed or reloaded, and gets `pagehide`. */
  readonly close: () => void;
  /** The phone throws the page away, without a word to it. */
  readonly discard: () => void;
  readonly isGone: () => boolean;
}

/** A browser with one storage for all pages of an origin, and beacons that are really sent. */
export class FakeBrowser {
  readonly entries = new Map<string, string>();
  readonly #pages = new Set<FakePage & { listeners: Map<string, Set<Listener>> }>();
  /** Sends a beacon, at once or later. */
  whenSent = (send: () => void): void => send();
  /** Every value that was ever stored. */
  readonly everStored: string[] = [];

  /** @param storage `blocked`: the property throws. `full`: nothing can be stored. */
  openPage(storage: 'works' | 'blocked' | 'full' = 'works'): FakePage {
    const listeners = new Map<string, Set<Listener>>();
    const on = (type: string, listener: Listener) =>
      void listeners.set(type, (listeners.get(type) ?? new Set()).add(listener));
    const off = (type: string, listener: Listener) => void listeners.get(type)?.delete(listener);
    const fire: FakePage['fire'] = (type, event = {}) => {
      for (const listener of listeners.get(type) ?? []) listener(event);
    };
    let isGone = false;
    const leave = () => {
      isGone = true;
      listeners.clear();
      this.#pages.delete(page);
    };
    const tellOthers = (key: string) => {
      for (const other of this.#pages) if (other !== page) other.fire('storage', { key });
    };
    const localStorage = {
      getItem: (key: string) => this.entries.get(key) ?? null,
      setItem: (key: string, value: string) => {
        if (storage === 'full') throw new Error('QuotaExceededError');
        this.entries.set(key, value);
        this.everStored.push(value);
        tellOthers(key);
      },
      removeItem: (key: string) => {
        if (this.entries.delete(key)) tellOthers(key);
      },
    };
    const page = {
      listeners,
      fire,
      isGone: () => isGone,
      close: () => {
        fire('pagehide', { persisted: false });
        leave();
      },
      discard: leave,
      addEventListener: on,
      removeEventListener: off,
      document: { visibilityState: 'visible', addEventListener: on, removeEventListener: off },
      navigator: {
        sendBeacon: (url: string) => {
          this.whenSent(() => void request(url, { method: 'POST' }).then(({ body }) => body.dump()));
          return true;
        },
      },
      get localStorage() {
        if (storage === 'blocked') throw new Error('SecurityError');
        return localStorage;
      },
    };
    this.#pages.add(page);
    return page;
  }
}
