import { type Clock, sleep } from '../../clock';
import type { UsableToken } from './access-token';
import type { Shelved, TokenShelf } from './token-shelf';

/** How long to wait between two looks at the shelf, while another process requests the token; longer with each. */
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 250;

/** After so long a wait for the token of another process, this one requests its own: upstream may hang there. */
const WAIT_AT_MOST_MS = 5000;

/**
 * Gets the access token that all processes with this API key share, so that one request for it serves them all. Where the
 * shelf cannot be reached, this process requests its own.
 */
export class SharedToken {
  #refused: string | null = null;

  constructor(
    private readonly shelf: TokenShelf,
    private readonly request: () => Promise<UsableToken>,
    private readonly clock: Clock,
  ) {}

  /** The shared token, requested if there is none. Throws what the request throws. */
  async get(): Promise<UsableToken> {
    const waitsUntilMs = this.clock.now() + WAIT_AT_MOST_MS;
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      const shelved = await this.#take();
      if (shelved?.kind === 'token') return shelved;
      if (shelved?.kind !== 'awaited' || this.clock.now() >= waitsUntilMs) return this.#requestForAll();
      await sleep(this.clock, pauseMs);
    }
  }

  /** Upstream no longer accepts `token`: the next `get` returns another. */
  reject(token: string): void {
    this.#refused = token;
  }

  /** What lies on the shelf; null if it cannot be reached. */
  #take(): Promise<Shelved | null> {
    return this.shelf.take(this.#refused).catch(() => null);
  }

  /** Requests a token. Callers here have it before it lies on the shelf. */
  async #requestForAll(): Promise<UsableToken> {
    try {
      const token = await this.request();
      this.shelf.put(token.value, token.usableMs).catch(() => {});
      return token;
    } catch (error) {
      this.shelf.release().catch(() => {});
      throw error;
    }
  }
}
