import type { Clock } from '../../clock';
import {
  UpstreamDown,
  UpstreamOverRate,
  UpstreamQueueFull,
  UpstreamThrottled,
  UpstreamTimeout,
  UpstreamUnauthorized,
  UpstreamUnavailable,
} from '../errors';
import type { Caller } from '../model/caller';
import { type BudgetSettings, CallBudget, type Candidate } from '../quota/budget';
import type { CallClass } from '../quota/call-class';
import { Urgency } from '../quota/urgency';
import { AccessToken, type UsableToken } from './access-token';
import type { ApiAddress } from './api-address';
import type { ApiRequest } from './api-request';
import { Breaker, PROBE_EVERY_MS } from './breaker';
import { Deadline } from './deadline';
import type { Received, Sent } from './exchange';
import { type CallNotes, type CallReport, type QueueSettings, RequestQueue } from './request-queue';
import { SharedToken } from './shared-token';
import { errorCode, toUpstreamError } from './to-upstream-error';
import { readToken, tokenRequest, whyNoToken } from './token-request';
import type { TokenShelf } from './token-shelf';

export interface TransportSettings
  extends QueueSettings, Pick<BudgetSettings, 'callsPerSecond' | 'callsPerDay' | 'quotaShelf'> {
  /** Base address of the API, e.g. `https://app.ticketmaster.com/partners/v1`. */
  readonly baseUrl: string;
  readonly apiKey: string;
  /** Null: the account has none, and no access token is sent. */
  readonly apiSecret: string | null;
  /** The time that a call may take, including the request for a token and all retries; not the wait for its turn. */
  readonly timeoutMs: number;
  /** Where this process shares its access token with others; undefined: with none. */
  readonly tokenShelf?: TokenShelf | undefined;
}

/** Without a token nothing else can be sent. */
const TOKEN_CLASS: CallClass = 'finish';

/** A call to send. */
export interface Outgoing {
  readonly notes: CallNotes;
  readonly request: ApiRequest;
  readonly caller: Caller;
  readonly urgency: Urgency;
  /** How long it waits for its turn, in milliseconds; null: its turn was taken already, by `takeTurn`. */
  readonly turnWithinMs: number | null;
  /** See `Sent`. */
  readonly mayStillSend?: (() => boolean) | undefined;
}

/** Follows calls in traces. */
export interface CallTracing {
  /** What a call that begins now belongs to. Reported with the call. */
  readonly origin: () => unknown;
  /** The headers that name it to upstream; null: it is not named to upstream. */
  readonly headers: ((origin: unknown) => Readonly<Record<string, string>>) | null;
}

/** Sends requests to the Partner API with key, token and headers, each in its turn. Failures come out as `UpstreamError`. */
export class Transport {
  /** The budget in which every request takes its turn, those for access tokens included. */
  readonly budget: CallBudget;
  /** Knows whether upstream answers at all. */
  readonly breaker: Breaker;
  readonly #queue: RequestQueue;
  /** Null: the account has none. */
  readonly #token: AccessToken | null;
  readonly #sharedToken: SharedToken | null;

  /** @param onCall called after every request that was sent, or that upstream gave no chance to send. */
  constructor(
    private readonly settings: TransportSettings,
    private readonly address: ApiAddress,
    private readonly clock: Clock,
    onCall: (report: CallReport) => void,
    private readonly tracing: CallTracing | null = null,
  ) {
    this.budget = new CallBudget(settings, clock);
    this.breaker = new Breaker(clock);
    this.#queue = new RequestQueue(address.origin, settings, clock, onCall);
    const { tokenShelf, apiSecret } = settings;
    const request = apiSecret === null ? null : () => this.#requestToken(apiSecret);
    this.#sharedToken = tokenShelf && request ? new SharedToken(tokenShelf, request, clock) : null;
    this.#token = request && new AccessToken(() => this.#sharedToken?.get() ?? request(), clock);
  }

  /**
   * Takes the turn of a call that is sent at once afterwards, or whose turn is given back to the budget. Returns null
   * where the call may be sent now.
   *
   * @throws (by way of the promise) what `CallBudget.turn` throws, and UpstreamError where no access token can be had.
   */
  takeTurn(candidate: Candidate, isRepeated: boolean): Promise<void> | null {
    if (!this.#token || this.#token.current() !== undefined) return this.budget.turn(candidate, isRepeated);
    // The request for a token takes a turn, too: this call's own comes after it.
    return this.#token.get(candidate.stop).then(() => this.budget.turn(candidate, isRepeated) ?? undefined);
  }

  /**
   * Sends one call. A token that upstream no longer accepts is renewed once. What the gate refused for the rate was not
   * carried out: it is sent again in its next turn, unless its turn was taken by `takeTurn`.
   *
   * @returns a response of 200, 202 or 204.
   * @throws UpstreamError (by way of the promise) in one of its classes.
   */
  send(outgoing: Outgoing, deadline: Deadline): Promise<Received> {
    if (!this.#token) return this.#sendWith(null, outgoing, deadline, false);
    const token = this.#token.current();
    return token === undefined
      ? this.#sendWithNewToken(this.#token, outgoing, deadline, false)
      : this.#sendWith(token, outgoing, deadline, false);
  }

  /** Fails every request and closes the sockets. */
  async close(): Promise<void> {
    await this.#queue.close();
  }

  #sendWith(
    token: string | null,
    outgoing: Outgoing,
    deadline: Deadline,
    isRenewed: boolean,
  ): Promise<Received> {
    const { notes, request, caller, urgency, turnWithinMs, mayStillSend } = outgoing;
    const sent = {
      origin: this.address.origin,
      method: request.method,
      path: this.address.target(request),
      headers: Object.assign(
        headersOf(request, caller, token),
        this.address.keyHeaders,
        this.tracing?.headers?.(notes.origin),
      ),
      body: request.body === undefined ? null : JSON.stringify(request.body),
      mayStillSend,
    };
    const waitsUntilMs = turnWithinMs === null ? null : this.clock.now() + turnWithinMs;
    const candidate =
      waitsUntilMs === null ? null : { urgency, caller: caller.ip, stop: deadline, waitsUntilMs };
    return this.#inTurn(notes, sent, deadline, candidate, false).then((response) => {
      if (response.status < 300) return response;
      const failure = toUpstreamError(response, request.method);
      const isTokenRefused = failure instanceof UpstreamUnauthorized && response.status === 401;
      if (!isTokenRefused || isRenewed || !this.#token || token === null) throw failure;
      this.#token.reject(token);
      this.#sharedToken?.reject(token);
      const again = turnWithinMs === null ? { ...outgoing, turnWithinMs: Infinity } : outgoing;
      return this.#sendWithNewToken(this.#token, again, deadline, true);
    });
  }

  async #sendWithNewToken(
    accessToken: AccessToken,
    outgoing: Outgoing,
    deadline: Deadline,
    isRenewed: boolean,
  ): Promise<Received> {
    // While upstream is down, the request in flight may hang: another finds out whether it is back.
    const token = await accessToken.get(deadline, this.breaker.isOpen ? PROBE_EVERY_MS : Infinity);
    return this.#sendWith(token, outgoing, deadline, isRenewed);
  }

  /**
   * Sends a request in its turn, and again for as long as the gate refuses it for the rate.
   *
   * @param candidate null where the turn was taken already: then a refusal of the gate is UpstreamOverRate.
   */
  #inTurn(
    notes: CallNotes,
    sent: Sent,
    deadline: Deadline,
    candidate: Candidate | null,
    isRepeated: boolean,
  ): Promise<Received> {
    const leave = (): Promise<Received> => {
      const departure = this.budget.departure();
      return departure === null ? exchange() : departure.then(exchange);
    };
    const exchange = (): Promise<Received> => {
      const sentAtMs = this.clock.now();
      notes.tries++;
      return this.#queue.send(notes, sent, deadline).then(
        (response) => {
          this.#noteAnswer(response);
          const refusal = this.budget.learn(response, sentAtMs);
          if (!refusal) return response;
          if (refusal.kind === 'day') throw new UpstreamThrottled(this.budget.dayResetsInSeconds);
          if (!candidate) throw new UpstreamOverRate();
          return this.#inTurn(notes, sent, deadline, candidate, true);
        },
        (error: unknown) => {
          this.#noteFailure(error, deadline);
          if (error instanceof UpstreamQueueFull) this.budget.giveBack();
          throw error;
        },
      );
    };
    const turn = candidate && this.budget.turn(candidate, isRepeated);
    if (turn === null) return leave();
    deadline.halt();
    const askedAtMs = this.clock.now();
    return turn.then(() => {
      notes.waitedMs += this.clock.now() - askedAtMs;
      deadline.run();
      // Upstream went down while the call waited.
      if (this.breaker.isOpen && candidate?.urgency.callClass !== 'finish') {
        this.budget.giveBack();
        throw new UpstreamDown(this.breaker.retryAfterSeconds);
      }
      return leave();
    });
  }

  /** Whether upstream answered, and not only a server on the way to it. */
  #noteAnswer({ status, text }: Received): void {
    if (status >= 502 && status <= 504 && errorCode(text) === null) this.breaker.failed();
    else this.breaker.answered();
  }

  /** Whether upstream is the reason that there was no answer. */
  #noteFailure(error: unknown, deadline: Deadline): void {
    if (error instanceof UpstreamUnavailable || (error instanceof UpstreamTimeout && deadline.hasRunOut))
      this.breaker.failed();
  }

  /** The token is for all callers, so its request has a deadline of its own. */
  async #requestToken(apiSecret: string): Promise<UsableToken> {
    const { apiKey, timeoutMs } = this.settings;
    const deadline = new Deadline(this.clock, timeoutMs);
    try {
      const sent = tokenRequest(this.address, apiKey, apiSecret);
      const urgency = new Urgency(TOKEN_CLASS);
      const waitsUntilMs = this.clock.now() + timeoutMs;
      const candidate = { urgency, caller: '', stop: deadline, waitsUntilMs };
      const notes: CallNotes = { route: 'accessToken', callClass: TOKEN_CLASS, tries: 0, waitedMs: 0 };
      return readToken(await this.#inTurn(notes, sent, deadline, candidate, false));
    } catch (error) {
      throw whyNoToken(error);
    } finally {
      deadline.clear();
    }
  }
}

function headersOf(request: ApiRequest, caller: Caller, token: string | null): Record<string, string> {
  const headers: Record<string, string> = {
    accept: request.accept ?? 'application/json',
    'true-client-ip': caller.ip,
  };
  if (token !== null) headers['authorization'] = `Bearer ${token}`;
  if (caller.userAgent !== undefined) headers['user-agent'] = caller.userAgent;
  if (caller.userId !== undefined) headers['original-user-id'] = caller.userId;
  if (caller.forcePolling) headers['x-tm-force-polling'] = 'true';
  if (request.body !== undefined) headers['content-type'] = 'application/json';
  return headers;
}
