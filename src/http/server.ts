import { randomUUID } from 'node:crypto';
import { IncomingMessage, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { GraphQLSchema } from 'graphql';

import type { Limits } from '../graphql/limits/limits';
import { type CallerSettings, callerReader } from './caller';
import { corsHeaders, replyPreflight } from './cors';
import { type GraphQLEndpoint, type GraphQLParts, graphqlEndpoint } from './graphql-endpoint';
import { operatorReader } from './operator';
import { type PageSettings, pages } from './pages';
import { Answer, refuse, reply, replyJson } from './reply';
import { type Readers, RequestContext, type Rooms } from './request-context';
import { streamEndpoint } from './stream-endpoint';

export interface ServerSettings extends CallerSettings, PageSettings {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Where clients reach this gateway; null: as each request says. */
  readonly publicUrl: string | null;
  readonly allowedOrigins: readonly string[];
  /** Whether clients may ask for the schema. */
  readonly introspection: boolean;
  /** What the operator's desk has to show; null: there is no desk. */
  readonly operatorToken: string | null;
  /** The most that one request may ask for. */
  readonly limits: Limits;
}

export interface ServerParts extends GraphQLParts {
  readonly schema: GraphQLSchema;
  readonly rooms: Rooms;
  /** Told of errors that nobody foresaw. */
  readonly onUnforeseen: (error: unknown, requestId: string) => void;
}

/** How often connections that came to rest are looked for while the server closes. */
const CLOSE_IDLE_EVERY_MS = 20;

/** The HTTP server: routes requests, and knows when it is going down. */
export class HttpServer {
  readonly #server: Server<typeof IncomingMessage, typeof Answer>;
  readonly #graphql: GraphQLEndpoint;
  readonly #stream: ReturnType<typeof streamEndpoint>;
  readonly #pages: ReturnType<typeof pages>;
  readonly #readers: Readers;
  #closing = false;

  constructor(
    private readonly settings: ServerSettings,
    private readonly parts: ServerParts,
  ) {
    this.#graphql = graphqlEndpoint(parts, settings.limits);
    this.#stream = streamEndpoint(parts.schema, settings);
    this.#pages = pages(settings);
    this.#readers = {
      callerOf: callerReader(settings),
      isOperator: operatorReader(settings.operatorToken),
      publicUrlOf: ({ headers }) => settings.publicUrl ?? `http://${headers.host ?? 'localhost'}`,
    };
    this.#server = createServer({ IncomingMessage, ServerResponse: Answer }, (request, response) => {
      this.#answer(request, response);
    });
  }

  /** Listens, and resolves to the address at which it does, e.g. `http://127.0.0.1:4000`. */
  async listen(): Promise<string> {
    const { host, port } = this.settings;
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(port, host, resolve);
    });
    const bound = this.#server.address() as AddressInfo;
    return `http://${bound.family === 'IPv6' ? `[${bound.address}]` : bound.address}:${bound.port}`;
  }

  /** Says "not ready" and takes no new connections; what is under way may end within `withinMs`, then it is cut off. */
  async close(withinMs: number): Promise<void> {
    this.#closing = true;
    const closed = new Promise((resolve) => this.#server.close(resolve));
    // A connection kept alive for a next request would keep the process alive, too.
    const closeIdle = setInterval(() => this.#server.closeIdleConnections(), CLOSE_IDLE_EVERY_MS);
    const cutOff = setTimeout(() => this.#server.closeAllConnections(), withinMs);
    await closed;
    clearInterval(closeIdle);
    clearTimeout(cutOff);
  }

  #answer(request: IncomingMessage, response: Answer): void {
    const requestId = requestIdOf(request);
    response.common = {
      'x-request-id': requestId,
      'x-content-type-options': 'nosniff',
      ...corsHeaders(request, this.settings.allowedOrigins),
    };
    if (this.#closing) response.common['connection'] = 'close';
    this.#route(request, response, requestId).catch((error: unknown) => {
      if (request.destroyed && !request.complete) return;
      this.parts.onUnforeseen(error, requestId);
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong in the gateway.');
    });
  }

  /** Nearly all requests are GraphQL: for these, nothing is done that they do not need. */
  #route(request: IncomingMessage, response: Answer, requestId: string): Promise<void> {
    const context = () => new RequestContext(this.parts.rooms, this.#readers, request, response, requestId);
    return request.method === 'POST' && request.url === '/graphql'
      ? this.#graphql(request, response, context)
      : this.#routeOther(request, response, context);
  }

  async #routeOther(
    request: IncomingMessage,
    response: Answer,
    context: () => RequestContext,
  ): Promise<void> {
    if (replyPreflight(request, response)) return;
    const url = URL.canParse(request.url ?? '', 'http://gateway')
      ? new URL(request.url ?? '', 'http://gateway')
      : new URL('http://gateway/');
    const released = /^\/carts\/([^/]+)\/release$/.exec(url.pathname)?.[1];
    if (released !== undefined) return this.#release(request, response, released);
    if (this.#pages(request, response, url)) return;
    switch (url.pathname) {
      case '/graphql':
        return this.#graphql(request, response, context);
      case '/graphql/stream':
        return this.#stream(request, response, url, context());
      case '/health/live':
        return replyJson(response, 200, { status: 'live' });
      case '/health/ready':
        return this.#closing
          ? replyJson(response, 503, { status: 'closing' })
          : replyJson(response, 200, { status: 'ready' });
      default:
        return refuse(response, 404, 'NOT_FOUND', 'There is nothing here. GraphQL is at /graphql.');
    }
  }

  /**
   * The release beacon: the shopper has left. Made for `navigator.sendBeacon`, which sends a plain POST and hears no
   * answer; what its body says does not matter, and an unknown id is as good as a known one.
   */
  async #release(request: IncomingMessage, response: Answer, cartId: string): Promise<void> {
    if (request.method !== 'POST') {
      return refuse(response, 405, 'METHOD_NOT_ALLOWED', 'A release is a POST.', { allow: 'POST' });
    }
    request.resume();
    await this.parts.rooms.desk.release(cartId);
    reply(response, 204);
  }
}

/** The id that a proxy in front gave the request, if it is one, so that logs can be followed through; else a new one. */
function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{8,128}$/.test(given) ? given : randomUUID();
}
