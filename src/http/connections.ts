import type { Server, ServerOptions } from 'node:http';
import type { Socket } from 'node:net';

import { LRUCache } from 'lru-cache';

import { type Clock, every } from '../clock';
import type { HttpRequest } from './request';
import type { HttpResponse } from './response';

/** The limits of time and number for connections. */
export interface ConnectionSettings {
  /** Within which the headers of a request have to arrive. */
  readonly headersTimeoutMs: number;
  /** Within which a whole request has to arrive, its body included. */
  readonly requestTimeoutMs: number;
  /** How long a connection may be idle after a response. */
  readonly keepAliveMs: number;
  /** Within which the client has to take what was written. */
  readonly answerTimeoutMs: number;
  /** Connections that may be open at once. */
  readonly maxConnections: number;
}

/** How often Node checks for requests that take too long. */
const CHECK_MS = 500;

/** Requests that one connection may have in progress: HTTP/1.1 lets clients send the next before the last is answered. */
const MOST_PIPELINED = 32;

/** The limits that Node itself enforces: it answers clients that send too slowly with 408, and disconnects them. */
export const timeLimits = (settings: ConnectionSettings): ServerOptions => ({
  headersTimeout: Math.min(settings.headersTimeoutMs, settings.requestTimeoutMs),
  requestTimeout: settings.requestTimeoutMs,
  keepAliveTimeout: settings.keepAliveMs,
  connectionsCheckingInterval: CHECK_MS,
});

/** The state of a connection. */
interface Use {
  /** Requests whose responses are not finished. */
  inProgress: number;
  /** The latest of them. */
  newest: HttpRequest | null;
  /** Called when one of its responses is finished or broken off. */
  readonly onResponded: () => void;
}

/**
 * Enforces what Node does not: the number of connections, the number of requests at once on one of them, and the time
 * that a response may stay unread. Law 10: if there is no room for a new client, the connection whose client has kept the
 * gateway waiting longest is closed; never one that waits for the gateway.
 */
export class Connections {
  /** Every open connection, by when it was last used. */
  readonly #uses: LRUCache<Socket, Use>;
  /** Connections with bytes that the client has not read: how many it must have read, and by when. */
  readonly #unread = new Map<Socket, { readonly upToBytes: number; readonly untilMs: number }>();

  constructor(
    private readonly server: Server<typeof HttpRequest, typeof HttpResponse>,
    private readonly settings: ConnectionSettings,
    private readonly clock: Clock,
  ) {
    this.#uses = new LRUCache({ max: settings.maxConnections });
    server.on('connection', (socket) => this.#opened(socket));
    server.on('request', (request, response) => this.#began(request, response));
    const stopSweeping = every(clock, settings.answerTimeoutMs / 4, () => this.#disconnectStalled());
    server.on('close', stopSweeping);
  }

  /** How many connections are open. */
  get open(): number {
    return this.#uses.size;
  }

  /**
   * Closes connections on which nothing was received, which Node does not count as idle: browsers open some ahead of any
   * request.
   */
  closeUnused(): void {
    for (const socket of this.#uses.keys()) if (socket.bytesRead === 0) socket.destroy();
  }

  #opened(socket: Socket): void {
    if (this.#uses.size >= this.settings.maxConnections && !this.#makeRoom()) return void socket.destroy();
    const onResponded = (): void => this.#responded(socket);
    this.#uses.set(socket, { inProgress: 0, newest: null, onResponded });
    socket.once('close', () => {
      this.#uses.delete(socket);
      this.#unread.delete(socket);
    });
  }

  #began(request: HttpRequest, response: HttpResponse): void {
    const { socket } = request;
    const use = this.#uses.peek(socket);
    if (!use) return;
    use.inProgress++;
    use.newest = request;
    if (use.inProgress > MOST_PIPELINED) return void socket.destroy();
    response.on('close', use.onResponded);
  }

  #responded(socket: Socket): void {
    const use = this.#uses.get(socket);
    if (!use || --use.inProgress > 0) return;
    use.newest = null;
    // A connection that is kept alive for another request would keep a closing process alive, too.
    if (!this.server.listening) socket.end();
  }

  /** Closes the connection whose client has kept the gateway waiting longest: for a request, or for the rest of one. */
  #makeRoom(): boolean {
    for (const socket of this.#uses.rkeys()) {
      const use = this.#uses.peek(socket);
      if (!use || use.inProgress > 1 || use.newest?.complete) continue;
      this.#uses.delete(socket);
      socket.destroy();
      return true;
    }
    return false;
  }

  /** Disconnects clients that have not read for too long. */
  #disconnectStalled(): void {
    const nowMs = this.clock.now();
    for (const socket of this.#uses.keys()) {
      const wrote = socket.bytesWritten;
      const taken = wrote - socket.writableLength;
      const due = this.#unread.get(socket);
      if (taken >= wrote) this.#unread.delete(socket);
      else if (!due || taken >= due.upToBytes) {
        this.#unread.set(socket, { upToBytes: wrote, untilMs: nowMs + this.settings.answerTimeoutMs });
      } else if (nowMs >= due.untilMs) socket.destroy();
    }
  }
}
