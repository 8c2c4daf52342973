import { type Dispatcher, Pool } from 'undici';
import { z } from 'zod';

import type { Clock } from '../clock';
import type { StopSignal } from '../stop';
import { AccessToken, type GrantedToken } from './access-token';
import type { Caller } from './caller';
import { Deadline } from './deadline';
import type { Endpoint } from './endpoints';
import type { UpstreamError } from './errors';
import {
  UpstreamNonsense,
  UpstreamNotFound,
  UpstreamQueueFull,
  UpstreamRefused,
  UpstreamThrottled,
  UpstreamTimeout,
  UpstreamUnauthorized,
  UpstreamUnavailable,
} from './errors';
import { type Received, exchange } from './exchange';
import { jsonOf } from './wire/json';
import { seconds, whole } from './wire/tolerant';

export interface TransportSettings {
  /** Base address of the API, e.g. `https://app.ticketmaster.com/partners/v1`. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  /** The time a call may take in all, the token's fetch included. */
  readonly timeoutMs: number;
  /** Sockets to upstream, and so the number of calls under way at once. */
  readonly connections: number;
  /** Calls that may wait for a socket; one more fails at once with `UpstreamQueueFull`. */
  readonly maxWaiting: number;
}

/** An answer that upstream means as one: 200, 202 or 204. */
export type Answer = Received;

/** What happened to one call, for whoever counts or logs them. Holds no address, id or secret. */
export interface CallReport {
  readonly route: Endpoint['route'];
  /** The HTTP status, or null where no whole answer came. */
  readonly status: number | null;
  readonly durationMs: number;
}

/** The largest answer that is read; the fattest event seen has a twentieth of it. */
const MAX_ANSWER_BYTES = 8 * 1024 * 1024;

const tokenAnswer = z.object({
  access_token: z.string().min(1),
  // The manual shows a string: "expires_in": "3599".
  expires_in: z.coerce.number().positive(),
});

const errorAnswer = z.object({ error: z.object({ code: whole }) });

/** Carries requests to the Partner API: key, token, headers, time-outs and bounds; errors come out typed. */
export class Transport {
  readonly #base: URL;
  readonly #pool: Pool;
  readonly #token: AccessToken;
  /** Requests that have a socket, and those that wait for one. */
  #underWay = 0;
  readonly #basePath: string;
  readonly #keyParameter: string;

  /** @param onCall told of every request, once it has ended. */
  constructor(
    private readonly settings: TransportSettings,
    clock: Clock,
    private readonly onCall: (report: CallReport) => void = () => {},
  ) {
    this.#base = new URL(settings.baseUrl.replace(/\/+$/, ''));
    this.#pool = new Pool(this.#base.origin, {
      connections: settings.connections,
      connect: { timeout: settings.timeoutMs },
      maxResponseSize: MAX_ANSWER_BYTES,
      // Every call has its deadline.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    this.#basePath = this.#base.pathname.replace(/\/$/, '');
    this.#keyParameter = new URLSearchParams({ apikey: settings.apiKey }).toString();
    this.#token = new AccessToken(() => this.#grantToken(), clock);
  }

  /**
   * Sends one request, within `timeoutMs` altogether. A token that upstream no longer accepts is renewed once.
   * Nothing else is sent twice: whoever may repeat a call does so himself.
   *
   * @param deadline the end of several calls together, instead of this one's own.
   * @throws UpstreamError (by way of the promise) in one of its classes.
   */
  send(endpoint: Endpoint, caller: Caller, deadline?: Deadline): Promise<Answer> {
    if (deadline) return this.#sendWithin(endpoint, caller, deadline);
    const own = new Deadline(this.settings.timeoutMs);
    return this.#sendWithin(endpoint, caller, own).finally(() => own.clear());
  }

  #sendWithin(endpoint: Endpoint, caller: Caller, stop: StopSignal): Promise<Answer> {
    const token = this.#token.current();
    return token === undefined
      ? this.#tokenWithin(stop).then((granted) => this.#sendWith(granted, endpoint, caller, stop))
      : this.#sendWith(token, endpoint, caller, stop);
  }

  #sendWith(
    token: string,
    endpoint: Endpoint,
    caller: Caller,
    stop: StopSignal,
    isRenewed = false,
  ): Promise<Answer> {
    return this.#request(endpoint, this.#headers(endpoint, caller, token), stop).then((answer) => {
      if (answer.status < 300) return answer;
      const failure = failureOf(answer, endpoint.method);
      const tokenRefused = failure instanceof UpstreamUnauthorized && answer.status === 401;
      if (!tokenRefused || isRenewed) throw failure;
      this.#token.reject(token);
      return this.#tokenWithin(stop).then((renewed) => this.#sendWith(renewed, endpoint, caller, stop, true));
    });
  }

  /**
   * The request that follows a polling address given by upstream, or null where it may not be followed: "only where it
   * stays on the API's own origin and base path"; anything else would hand key and token to a stranger.
   */
  pollEndpoint(pollingUrl: string): Endpoint | null {
    const url = URL.canParse(pollingUrl, this.#base.href) ? new URL(pollingUrl, this.#base.href) : null;
    const below = `${this.#basePath}/`;
    if (url?.origin !== this.#base.origin || !url.pathname.startsWith(below)) return null;
    if (url.username !== '' || url.password !== '') return null;
    // An encoded slash could be a step upwards to the server that decodes it.
    if (/%2f|%5c/i.test(url.pathname)) return null;
    // The path goes as it stands, with its query: reading and writing that again would turn a bare "+" into a space.
    return { route: 'poll', method: 'GET', path: url.pathname.slice(below.length - 1) + url.search };
  }

  /** Ends every call under way and closes the sockets. */
  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  /** The API key goes on every call; a polling address mostly has it already. */
  #pathWithKey({ path, query }: Endpoint): string {
    const hasQuery = path.includes('?');
    if (hasQuery && new URLSearchParams(path.slice(path.indexOf('?'))).has('apikey'))
      return this.#basePath + path;
    const more = query ? `${new URLSearchParams(query).toString()}&` : '';
    return `${this.#basePath}${path}${hasQuery ? '&' : '?'}${more}${this.#keyParameter}`;
  }

  #headers(endpoint: Endpoint, caller: Caller, token: string): Record<string, string> {
    const headers: Record<string, string> = {
      accept: endpoint.accept ?? 'application/json',
      authorization: `Bearer ${token}`,
      'true-client-ip': caller.ip,
    };
    if (caller.userAgent !== undefined) headers['user-agent'] = caller.userAgent;
    if (caller.userId !== undefined) headers['original-user-id'] = caller.userId;
    if (caller.forcePolling) headers['x-tm-force-polling'] = 'true';
    if (endpoint.body !== undefined) headers['content-type'] = 'application/json';
    return headers;
  }

  async #tokenWithin(stop: StopSignal): Promise<string> {
    if (stop.aborted) throw new UpstreamTimeout(false);
    let onAbort = (): void => {};
    const stopped = new Promise<never>((_, reject) => {
      onAbort = () => reject(new UpstreamTimeout(false));
      stop.addEventListener('abort', onAbort);
    });
    try {
      return await Promise.race([this.#token.get(), stopped]);
    } catch (error) {
      // Whatever went wrong with the token, the call itself was never sent.
      if (error instanceof UpstreamUnavailable) throw new UpstreamUnavailable(false, error.upstreamCode);
      if (error instanceof UpstreamTimeout) throw new UpstreamTimeout(false);
      // Least of all may a token endpoint that is not there pass for an event that is not there.
      if (error instanceof UpstreamNonsense || error instanceof UpstreamNotFound) {
        throw new UpstreamUnavailable(false, null, { cause: error });
      }
      throw error;
    } finally {
      stop.removeEventListener('abort', onAbort);
    }
  }

  async #grantToken(): Promise<GrantedToken> {
    const { apiKey, apiSecret, timeoutMs } = this.settings;
    const deadline = new Deadline(timeoutMs);
    const answer = await this.#request(
      { route: 'accessToken', method: 'POST', path: '/oauth/accesstoken' },
      {
        accept: 'application/json',
        authorization: `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      deadline,
      'grant_type=client_credentials',
    ).finally(() => deadline.clear());
    if (answer.status >= 300) {
      throw answer.status === 400 || answer.status === 403
        ? new UpstreamUnauthorized()
        : failureOf(answer, 'POST');
    }
    const granted = tokenAnswer.safeParse(jsonOf(answer));
    if (!granted.success) throw new UpstreamNonsense('no access token in it');
    return { value: granted.data.access_token, lifetimeMs: granted.data.expires_in * 1000 };
  }

  #request(
    endpoint: Endpoint,
    headers: Record<string, string>,
    stop: StopSignal,
    form?: string,
  ): Promise<Answer> {
    const { connections, maxWaiting } = this.settings;
    if (this.#underWay >= connections + maxWaiting) return Promise.reject(new UpstreamQueueFull());
    this.#underWay++;
    const startedAtMs = performance.now();
    const sent = {
      method: endpoint.method,
      path: this.#pathWithKey(endpoint),
      headers,
      body: form ?? (endpoint.body === undefined ? null : JSON.stringify(endpoint.body)),
    };
    return exchange(this.#pool, sent, stop, (status) => {
      this.#underWay--;
      this.onCall({ route: endpoint.route, status, durationMs: performance.now() - startedAtMs });
    });
  }
}

/** The failure that an HTTP answer of 300 or more means. */
function failureOf(answer: Answer, method: Dispatcher.HttpMethod): UpstreamError {
  const code = errorCode(answer.text);
  const { status } = answer;
  if (status === 429) return new UpstreamThrottled(retryAfterSeconds(answer));
  // 20001 is a refusal at either of its statuses: 400 in 2015, 503 in 2018.
  if (code !== null && code >= 10_000) return new UpstreamRefused(code, status);
  if (status === 401 || status === 403) return new UpstreamUnauthorized(status === 403);
  if (status === 404) return new UpstreamNotFound();
  if (status >= 500 || code === 502 || code === 504) return new UpstreamUnavailable(method !== 'GET', code);
  if (status < 400) return new UpstreamNonsense(`a redirect (${status})`);
  return new UpstreamRefused(code ?? status, status);
}

/** The number in `{"error": {"code"}}`, or null: the gate and the proxies in front answer in shapes of their own. */
function errorCode(text: string): number | null {
  try {
    const body = errorAnswer.safeParse(JSON.parse(text));
    return body.success ? body.data.error.code : null;
  } catch {
    return null;
  }
}

/** `Retry-After` in seconds; null where it is absent or a date we need not believe. */
function retryAfterSeconds(answer: Answer): number | null {
  return seconds.safeParse(answer.headers['retry-after']).data ?? null;
}
