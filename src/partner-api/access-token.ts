import type { Clock } from '../clock';

/** A token as upstream grants it. */
export interface GrantedToken {
  readonly value: string;
  /** How long it lives from the moment it was asked for. */
  readonly lifetimeMs: number;
}

/** The last part of a token's life in which a new one is asked for already, so that none ends on the way upstream. */
const RENEW_AHEAD = 0.1;

/**
 * The access token of this process. "Access token is good for 1 hour with no refresh capabilities": a new one is asked
 * for ahead of the old one's end. However many callers need one, a single request for it is under way at a time.
 */
export class AccessToken {
  #current: { value: string; renewAt: number } | undefined;
  #underWay: Promise<string> | undefined;

  /** @param grant asks upstream for a new token; its failure reaches every caller that waits for it. */
  constructor(
    private readonly grant: () => Promise<GrantedToken>,
    private readonly clock: Clock,
  ) {}

  /** The token that is at hand, where one is and nothing has to be awaited. */
  current(): string | undefined {
    return this.#current && this.clock.now() < this.#current.renewAt ? this.#current.value : undefined;
  }

  /** The token to send now. Throws what `grant` throws. */
  async get(): Promise<string> {
    const current = this.current();
    if (current !== undefined) return current;
    this.#underWay ??= this.#renew().finally(() => (this.#underWay = undefined));
    return this.#underWay;
  }

  /** Forgets `token`, which upstream did not accept. A token that has been replaced since is left alone. */
  reject(token: string): void {
    if (this.#current?.value === token) this.#current = undefined;
  }

  async #renew(): Promise<string> {
    const askedAt = this.clock.now();
    const { value, lifetimeMs } = await this.grant();
    this.#current = { value, renewAt: askedAt + lifetimeMs * (1 - RENEW_AHEAD) };
    return value;
  }
}
