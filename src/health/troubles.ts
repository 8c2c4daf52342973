import { LRUCache } from 'lru-cache';

/** Kinds of trouble that are remembered; the one that was last seen longest ago is forgotten first. */
const MOST = 30;

/** Something that an operator may want to look into. */
export interface Trouble {
  /** A sentence. Holds no id, address or value of a client. */
  readonly what: string;
  readonly times: number;
  /** When it was last seen, by the clock. */
  readonly lastAtMs: number;
}

/** The last troubles of this process, each kind once. */
export class Troubles {
  readonly #seen = new LRUCache<string, { times: number; lastAtMs: number }>({ max: MOST });

  /** Notes a trouble that is seen at `nowMs`. */
  note(what: string, nowMs: number): void {
    const { times } = this.#seen.get(what) ?? { times: 0 };
    this.#seen.set(what, { times: times + 1, lastAtMs: nowMs });
  }

  /** The troubles, the latest first. */
  latest(): Trouble[] {
    return [...this.#seen.entries()].map(([what, seen]) => ({ what, ...seen }));
  }
}
