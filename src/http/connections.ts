import type { IncomingMessage, Server, ServerOptions, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

import { LRUCache } from 'lru-cache';

import type { Answer } from './reply';

/** How much time and room clients are given, whoever they are. */
export interface ConnectionSettings {
  /** Within which the headers of a request have to come. */
  readonly headersTimeoutMs: number;
  /** Within which the whole of a request has to come, its body included. */
  readonly requestTimeoutMs: number;
  /** How long a connection may be idle after an answer. */
  readonly keepAliveMs: number;
  /** Within which what is written has to be taken by the client. */
  readonly answerTimeoutMs: number;
  /** Connections that may be open at once. */
  readonly maxConnections: number;
}

/** How often Node looks for requests that take too long. */
const CHECK_MS = 500;

/** Requests that one connection may have under way: HTTP/1.1 lets clients send the next before the last is answered. */
const MOST_PIPELINED = 32;

/** What Node itself holds clients to: those who send too slowly are answered 408 and cut off. */
export const timeLimits = (settings: ConnectionSettings): ServerOptions => ({
  headersTimeout: Math.min(settings.headersTimeoutMs, settings.requestTimeoutMs),
  requestTimeout: settings.requestTimeoutMs,
  keepAliveTimeout: settings.keepAliveMs,
  connectionsCheckingInterval: CHECK_MS,
});

/** What a connection is being used for. */
interface Use {
  /** Requests whose answers are not finished. */
  underWay: number;
  /** The last of them. */
  newest: IncomingMessage | null;
  /** Told when one of its answers is finished, or given up. */
  readonly onAnswered: () => void;
}

/**
 * Holds clients to what Node does not: how many connections there are, how many requests at once are on one, and how
 * long an answer may lie about unread. Law 10: when there is no room for a new client, room is made at the cost of the
 * connection that has let us wait longest; never of one that waits for us.
 */
export class Connections {
  /** Every open connection, by when it was last used. */
  readonly #uses: LRUCache<Socket, Use>;
  /** Connections with bytes that the client has not taken: how far it has to come, and until when. */
  readonly #unread = new Map<Socket, { readonly upToBytes: number; readonly untilMs: number }>();

  constructor(
    server: Server<typeof IncomingMessage, typeof Answer>,
    private readonly settings: ConnectionSettings,
  ) {
    this.#uses = new LRUCache({ max: settings.maxConnections });
    server.on('connection', (socket) => this.#opened(socket));
    server.on('request', (request, response) => this.#began(request, response));
    const sweep = setInterval(() => this.#cutOffWhoDoesNotRead(), settings.answerTimeoutMs / 4).unref();
    server.on('close', () => clearInterval(sweep));
  }

  #opened(socket: Socket): void {
    if (this.#uses.size >= this.settings.maxConnections && !this.#makeRoom()) return void socket.destroy();
    const onAnswered = (): void => this.#answered(socket);
    this.#uses.set(socket, { underWay: 0, newest: null, onAnswered });
    socket.once('close', () => {
      this.#uses.delete(socket);
      this.#unread.delete(socket);
    });
  }

  #began(request: IncomingMessage, response: ServerResponse): void {
    const { socket } = request;
    const use = this.#uses.peek(socket);
    if (!use) return;
    use.underWay++;
    use.newest = request;
    if (use.underWay > MOST_PIPELINED) return void socket.destroy();
    response.on('close', use.onAnswered);
  }

  #answered(socket: Socket): void {
    const use = this.#uses.get(socket);
    if (use && --use.underWay === 0) use.newest = null;
  }

  /** Closes the connection that has let us wait longest: for a request, or for the rest of one. */
  #makeRoom(): boolean {
    for (const socket of this.#uses.rkeys()) {
      const use = this.#uses.peek(socket);
      if (!use || use.underWay > 1 || use.newest?.complete) continue;
      this.#uses.delete(socket);
      socket.destroy();
      return true;
    }
    return false;
  }

  #cutOffWhoDoesNotRead(): void {
    const nowMs = performance.now();
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
