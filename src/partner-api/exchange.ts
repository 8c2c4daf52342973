import type { Dispatcher } from 'undici';

import type { StopSignal } from '../stop';

/** What is sent. */
export type Sent = Pick<Dispatcher.DispatchOptions, 'method' | 'path' | 'headers' | 'body'>;

/** What came back, its body as text. */
export interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

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

  constructor(private readonly stop: StopSignal) {
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
    this.stop.removeEventListener('abort', this.#callOff);
    const [first] = this.#chunks;
    const body = this.#chunks.length === 1 && first ? first : Buffer.concat(this.#chunks);
    this.#resolve({ status: this.#status, headers: this.#headers, text: utf8.decode(body) });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.stop.removeEventListener('abort', this.#callOff);
    this.#reject(error);
  }

  /** A request that still waits for a socket is not sent any more; one that is under way loses its socket. */
  readonly #callOff = (): void => {
    const error = new Error('called off');
    this.#controller?.abort(error);
    this.#reject(error);
  };
}

/**
 * Sends one request by `dispatch`, the door of `undici` through which its own `request` goes. That makes a stream of
 * every body, which is a fifth of what a cold read costs; here the body is small and wanted whole.
 *
 * @throws (by way of the promise) what `undici` throws, or any error once `stop` is aborted.
 */
export function exchange(dispatcher: Dispatcher, sent: Sent, stop: StopSignal): Promise<Received> {
  const exchange = new Exchange(stop);
  dispatcher.dispatch(sent, exchange);
  return exchange.received;
}
