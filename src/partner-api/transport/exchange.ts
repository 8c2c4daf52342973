import { type Dispatcher, errors } from 'undici';

import type { StopSignal } from '../../stop';
import { UpstreamNonsense, UpstreamTimeout, UpstreamUnavailable } from '../errors';

/** What is sent. `undici` gets it as it is, and leaves aside what it does not know. */
export interface Sent {
  readonly origin: string;
  readonly method: Dispatcher.HttpMethod;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Whether the socket is closed afterwards. */
  readonly reset?: boolean;
  /** Asked in the moment in which a socket takes the request: if false, it is not sent and fails as a time-out. */
  readonly mayStillSend?: (() => boolean) | undefined;
}

/** What came back, its body as text. */
export interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

const utf8 = new TextDecoder();

/**
 * Called once when an exchange ends.
 *
 * @param status that of a whole response, or null where none came.
 * @param isCalledOff whether the request was cancelled before a socket took it.
 */
export type OnOver = (status: number | null, isCalledOff: boolean) => void;

/** Collects the response to one request. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly received: Promise<Received>;
  #resolve: (received: Received) => void = () => {};
  #reject: (error: Error) => void = () => {};
  /**
   * Set once a socket takes the request. `undici` calls `onRequestStart` after the connection, TLS included, is made and
   * in the same turn as the first write. It never writes a request twice here: that takes pipelining, which is off.
   * So a request without a controller has not left this process, and one with a controller may have arrived.
   */
  #controller: Dispatcher.DispatchController | undefined;
  #status = 0;
  #headers: Received['headers'] = {};
  readonly #chunks: Buffer[] = [];
  #isOver = false;

  constructor(
    private readonly mayStillSend: (() => boolean) | undefined,
    private readonly stop: StopSignal,
    private readonly onOver: OnOver,
  ) {
    this.received = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    stop.addEventListener('abort', this.#cancel);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // Throwing skips a cancelled request; `controller.abort` would also close the socket, which the next one can use.
    if (!this.#isOver && this.mayStillSend?.() === false) this.#cancel();
    if (this.#isOver) throw new Error('The request was cancelled.');
    this.#controller = controller;
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
    this.#end(this.#status, false);
    const [first] = this.#chunks;
    const body = this.#chunks.length === 1 && first ? first : Buffer.concat(this.#chunks);
    this.#resolve({ status: this.#status, headers: this.#headers, text: utf8.decode(body) });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    if (this.#isOver) return;
    this.#end(null, false);
    // undici's message may quote the host, so none of it is kept.
    this.#reject(
      error instanceof errors.ResponseExceededMaxSizeError
        ? new UpstreamNonsense('a body too large')
        : new UpstreamUnavailable(this.#mayHaveActed),
    );
  }

  /** Fails the request. One that waits for a socket will be skipped; one that has a socket closes it. */
  readonly #cancel = (): void => {
    if (this.#isOver) return;
    this.#end(null, !this.#mayHaveActed);
    const error = new UpstreamTimeout(this.#mayHaveActed);
    this.#controller?.abort(error);
    this.#reject(error);
  };

  get #mayHaveActed(): boolean {
    return this.#controller !== undefined;
  }

  #end(status: number | null, isCalledOff: boolean): void {
    this.#isOver = true;
    this.stop.removeEventListener('abort', this.#cancel);
    this.onOver(status, isCalledOff);
  }
}

/**
 * Sends one request by `dispatch`, on which `undici` builds its own `request`. That makes a stream of every body, which
 * is a fifth of what a cold read costs; here the body is small and wanted whole.
 *
 * @throws (by way of the promise) UpstreamTimeout once `stop` is aborted, UpstreamUnavailable where the connection fails,
 *   UpstreamNonsense where the body is too large. `mayHaveActed` is false where no socket had taken the request.
 */
export function exchange(
  dispatcher: Dispatcher,
  sent: Sent,
  stop: StopSignal,
  onOver: OnOver,
): Promise<Received> {
  if (stop.aborted) {
    onOver(null, true);
    return Promise.reject(new UpstreamTimeout(false));
  }
  const exchange = new Exchange(sent.mayStillSend, stop, onOver);
  dispatcher.dispatch(sent, exchange);
  return exchange.received;
}
