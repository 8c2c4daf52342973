import type { Clock } from '../../clock';
import type { StopSignal } from '../../stop';
import { UpstreamTimeout } from '../errors';

/** A token that was granted to this process or to another. */
export interface UsableToken {
  readonly value: string;
  /** How long it may be used, from the moment it was asked for. Then another is needed. */
  readonly usableMs: number;
}

/** The callers that wait for a token, together. */
interface Wait {
  /** The requests in flight for them, and when the last was sent. */
  requests: number;
  requestedAtMs: number;
  readonly token: Promise<string>;
  readonly resolve: (token: string) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The access token of this process. "Access token is good for 1 hour with no refresh capabilities": a new one is
 * requested before the old one expires. However many callers need it, one request for it is in flight at a time; only
 * while upstream is down, where that one may never be answered, others are sent beside it.
 */
export class AccessToken {
  #current: { readonly value: string; readonly renewAtMs: number } | undefined;
  #wait: Wait | undefined;

  /** @param obtain gets another token; its failure reaches every caller that waits for the token. */
  constructor(
    private readonly obtain: () => Promise<UsableToken>,
    private readonly clock: Clock,
  ) {}

  /** The cached token, or undefined where one has to be requested. */
  current(): string | undefined {
    return this.#current && this.clock.now() < this.#current.renewAtMs ? this.#current.value : undefined;
  }

  /**
   * The token to send now.
   *
   * @param repeatAfterMs how old a request in flight must be for another to be sent beside it.
   * @throws UpstreamTimeout once `stop` is aborted, and what `obtain` throws.
   */
  async get(stop: StopSignal, repeatAfterMs = Infinity): Promise<string> {
    const current = this.current();
    if (current !== undefined) return current;
    if (stop.aborted) throw new UpstreamTimeout(false);
    let onAbort = (): void => {};
    const stopped = new Promise<never>((_, reject) => {
      onAbort = () => reject(new UpstreamTimeout(false));
      stop.addEventListener('abort', onAbort);
    });
    const wait = (this.#wait ??= newWait());
    if (wait.requests === 0 || this.clock.now() >= wait.requestedAtMs + repeatAfterMs) void this.#renew(wait);
    try {
      return await Promise.race([wait.token, stopped]);
    } finally {
      stop.removeEventListener('abort', onAbort);
    }
  }

  /** Forgets `token`, which upstream refused, unless it has been replaced since. */
  reject(token: string): void {
    if (this.#current?.value === token) this.#current = undefined;
  }

  /** Requests a token. The first that is granted is everybody's; a failure is, where no other request is in flight. */
  async #renew(wait: Wait): Promise<void> {
    const requestedAtMs = this.clock.now();
    wait.requestedAtMs = requestedAtMs;
    wait.requests++;
    try {
      const { value, usableMs } = await this.obtain();
      this.#current = { value, renewAtMs: requestedAtMs + usableMs };
      this.#end(wait);
      wait.resolve(value);
    } catch (error) {
      if (wait.requests > 1) return;
      this.#end(wait);
      wait.reject(error);
    } finally {
      wait.requests--;
    }
  }

  #end(wait: Wait): void {
    if (this.#wait === wait) this.#wait = undefined;
  }
}

function newWait(): Wait {
  let resolve: Wait['resolve'] = () => {};
  let reject: Wait['reject'] = () => {};
  const token = new Promise<string>((onToken, onError) => {
    resolve = onToken;
    reject = onError;
  });
  // Its failure matters to those who still wait.
  token.catch(() => {});
  return { requests: 0, requestedAtMs: -Infinity, token, resolve, reject };
}
