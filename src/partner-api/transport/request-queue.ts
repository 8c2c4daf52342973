import type { Dispatcher } from 'undici';

import type { Clock } from '../../clock';
import { UpstreamQueueFull } from '../errors';
import type { CallClass } from '../quota/call-class';
import type { CallName } from './api-request';
import type { Deadline } from './deadline';
import { type DispatcherSettings, dispatcherFor } from './dispatcher';
import { type Received, type Sent, exchange } from './exchange';

/** A call, and how often it was sent so far. */
export interface CallNotes {
  readonly route: CallName;
  readonly callClass: CallClass;
  /** Which sending of the call this is: 1 for the first. */
  tries: number;
  /** How long the call has waited for its turns in the budget, in milliseconds. */
  waitedMs: number;
  /** What the call belongs to in a trace: see `CallTracing`. */
  readonly origin?: unknown;
}

/** What happened to one request, for logs and counts. Holds no address, id or secret. */
export interface CallReport extends Readonly<CallNotes> {
  /** The HTTP status, or null where no whole response came. */
  readonly status: number | null;
  readonly durationMs: number;
}

export interface QueueSettings extends DispatcherSettings {
  /** Requests that may wait for a socket; one more fails at once with `UpstreamQueueFull`. */
  readonly maxWaiting: number;
}

/**
 * How often the sockets in use are closed after a response. A new one looks up upstream's name again, so that a change of DNS
 * is followed, and tries every address of it, so that a dead one is left. (undici's own limit, `clientTtl`, forgets waiting
 * requests when every socket reaches it at once: tried with 7.30.)
 */
const RENEW_EVERY_MS = 60_000;

/** The requests to upstream: those that have a socket and those that wait for one. */
export class RequestQueue {
  readonly #dispatcher: Dispatcher;
  #length = 0;
  #renewAtMs = 0;
  /** The sockets that are still to be closed, each after its next response. */
  #toRenew = 0;

  /** @param onCall called after every request that was sent, or that upstream gave no chance to send. */
  constructor(
    origin: string,
    private readonly settings: QueueSettings,
    private readonly clock: Clock,
    private readonly onCall: (report: CallReport) => void,
  ) {
    this.#dispatcher = dispatcherFor(origin, settings);
    this.#renewAtMs = clock.now() + RENEW_EVERY_MS;
  }

  /**
   * Sends a request as soon as there is a socket for it. **Every request passes here**, fetches of access tokens
   * included, right before `undici` takes it: the place for a budget of calls.
   *
   * @throws (by way of the promise) UpstreamQueueFull, and what `exchange` throws.
   */
  send(notes: CallNotes, sent: Sent, deadline: Deadline): Promise<Received> {
    const { connections, maxWaiting } = this.settings;
    if (this.#length >= connections + maxWaiting) return Promise.reject(new UpstreamQueueFull());
    this.#length++;
    const startedAtMs = performance.now();
    // Spelled out, and the report as well: V8 makes a new hidden class for each spread of them, a tenth of a cold read.
    const { origin, method, path, headers, body, mayStillSend } = sent;
    const toSend = { origin, method, path, headers, body, mayStillSend, reset: this.#isLastOfSocket() };
    return exchange(this.#dispatcher, toSend, deadline, (status, isCalledOff) => {
      this.#length--;
      // Nobody wants it any more, and nothing was sent: that says nothing of upstream.
      if (isCalledOff && !deadline.hasRunOut) return;
      const { route, callClass, tries, waitedMs, origin } = notes;
      const durationMs = performance.now() - startedAtMs;
      this.onCall({ route, callClass, tries, waitedMs, origin, status, durationMs });
    });
  }

  /** Whether the socket of this request is closed afterwards: so many in a row, once in a while, as are in use then. */
  #isLastOfSocket(): boolean {
    const nowMs = this.clock.now();
    if (nowMs >= this.#renewAtMs) {
      this.#renewAtMs = nowMs + RENEW_EVERY_MS;
      this.#toRenew = Math.min(this.#length, this.settings.connections);
    }
    return this.#toRenew > 0 && this.#toRenew-- > 0;
  }

  /** Fails every request and closes the sockets. */
  async close(): Promise<void> {
    await this.#dispatcher.destroy();
  }
}
