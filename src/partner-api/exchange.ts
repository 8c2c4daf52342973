import { isNativeError } from 'node:util/types';

import { type Dispatcher, errors } from 'undici';

import type { StopSignal } from '../stop';
import { type UpstreamError, UpstreamNonsense, UpstreamTimeout, UpstreamUnavailable } from './errors';

/** What is sent. */
export type Sent = Pick<Dispatcher.DispatchOptions, 'method' | 'path' | 'headers' | 'body'>;

/** What came back, its body as text. */
export interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** Failures to connect: the request cannot have reached upstream. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

const utf8 = new TextDecoder();

/** The answer to one request, put together as it comes in. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly received: Promise<Received>;
  #resolve: (received: Received) => void = () => {};
  #reject: (error: Error) => void = () => {};
  #controller: Dispatcher.DispatchController | undefined;
  #status = 0;
  #headers: Received['headers'] = {};
  readonly #chunks: Buffer[] = [];
  #isOver = false;

  constructor(
    private readonly stop: StopSignal,
    private readonly onOver: (status: number | null) => void,
  ) {
    this.received = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    stop.addEventListener('abort', this.#callOff);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.stop.aborted) this.#callOff();
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Received['headers'],
  ): void {
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.#isOver) return;
    this.#end(this.#status);
    const [first] = this.#chunks;
    const body = this.#chunks.length === 1 && first ? first : Buffer.concat(this.#chunks);
    this.#resolve({ status: this.#status, headers: this.#headers, text: utf8.decode(body) });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    if (this.#isOver) return;
    this.#end(null);
    this.#reject(brokenCall(error, this.stop));
  }

  /** A request that still waits for a socket is not sent any more; one that is under way loses its socket. */
  readonly #callOff = (): void => {
    const error = new UpstreamTimeout(true);
    this.#controller?.abort(error);
    if (this.#isOver) return;
    this.#end(null);
    this.#reject(error);
  };

  #end(status: number | null): void {
    this.#isOver = true;
    this.stop.removeEventListener('abort', this.#callOff);
    this.onOver(status);
  }
}

/**
 * Sends one request by `dispatch`, the door of `undici` through which its own `request` goes. That makes a stream of
 * every body, which is a fifth of what a cold read costs; here the body is small and wanted whole.
 *
 * @param onOver told once when it is over, of the status of a whole answer, or of null where none came.
 * @throws UpstreamTimeout (by way of the promise) once `stop` is aborted, UpstreamUnavailable where the connection fails,
 *   UpstreamNonsense where the body is too large.
 */
export function exchange(
  dispatcher: Dispatcher,
  sent: Sent,
  stop: StopSignal,
  onOver: (status: number | null) => void,
): Promise<Received> {
  const exchange = new Exchange(stop, onOver);
  dispatcher.dispatch(sent, exchange);
  return exchange.received;
}

/** The failure that a connection error means. */
function brokenCall(error: unknown, stop: StopSignal): UpstreamError {
  if (error instanceof errors.ResponseExceededMaxSizeError) return new UpstreamNonsense('a body too large');
  if (stop.aborted) return new UpstreamTimeout(true);
  const code = isNativeError(error) && 'code' in error ? String(error.code) : '';
  // undici's message may quote the host; only its code is kept.
  return new UpstreamUnavailable(!NEVER_SENT.has(code));
}
