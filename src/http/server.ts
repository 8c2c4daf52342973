import { IncomingMessage, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { GraphQLSchema } from 'graphql';

import type { Limits } from '../graphql/limits/limits';
import { objectionTo } from './admission';
import { BodyRefused } from './body';
import { type CallerSettings, callerReader, ipReader } from './caller';
import { type ConnectionSettings, Connections, timeLimits } from './connections';
import { corsHeaders, replyPreflight } from './cors';
import { type ContextMaker, GraphQLEndpoint, type GraphQLParts } from './graphql-endpoint';
import { type Admitted, Door, type DoorSettings } from './door';
import { operatorReader } from './operator';
import { type PageSettings, pages } from './pages';
import { type Refusal, sendRefusal } from './refusal';
import { Answer, type HeaderList, refuse, refuseBody, reply, replyJson } from './reply';
import { requestIdOf } from './request-id';
import { type Readers, RequestContext, type Rooms } from './request-context';
import { securityHeaders } from './security-headers';
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
  readonly connections: ConnectionSettings;
  readonly door: DoorSettings;
}

export interface ServerParts extends GraphQLParts {
  readonly schema: GraphQLSchema;
  readonly rooms: Rooms;
  /** Told of errors that nobody foresaw. */
  readonly onUnforeseen: (error: unknown, requestId: string) => void;
}

const NONE: HeaderList = [];
const CLOSE: HeaderList = ['connection', 'close'];

const NOTHING_HERE = 'There is nothing here. GraphQL is at /graphql.';

/** How often connections that came to rest are looked for while the server closes. */
const CLOSE_IDLE_EVERY_MS = 20;

/** The HTTP server: routes requests, and knows when it is going down. */
export class HttpServer {
  readonly #server: Server<typeof IncomingMessage, typeof Answer>;
  readonly #graphql: GraphQLEndpoint;
  readonly #stream: ReturnType<typeof streamEndpoint>;
  readonly #pages: ReturnType<typeof pages>;
  readonly #readers: Readers;
  readonly #door: Door;
  readonly #securityHeaders: ReturnType<typeof securityHeaders>;
  #closing = false;

  constructor(
    private readonly settings: ServerSettings,
    private readonly parts: ServerParts,
  ) {
    this.#stream = streamEndpoint(parts.schema, settings, parts.documents);
    this.#pages = pages(settings);
    const isOperator = operatorReader(settings.operatorToken);
    const door = (this.#door = new Door(settings.door, ipReader(settings), isOperator));
    this.#securityHeaders = securityHeaders(settings.publicUrl?.startsWith('https:') ?? false);
    this.#readers = {
      callerOf: callerReader(settings),
      isOperator,
      publicUrlOf: ({ headers }) => settings.publicUrl ?? `http://${headers.host ?? 'localhost'}`,
      accountsOf: door.accountsOf.bind(door),
    };
    this.#graphql = new GraphQLEndpoint(parts, settings.limits, this.#contextOf);
    this.#server = createServer(
      { ...timeLimits(settings.connections), IncomingMessage, ServerResponse: Answer },
      (request, response) => this.#answer(request, response),
    );
    new Connections(this.#server, settings.connections);
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
    const isPost = isPlainPost(request);
    response.common = [
      'x-request-id',
      requestId,
      ...this.#securityHeaders(isPost),
      ...corsHeaders(request, this.settings.allowedOrigins),
      ...(this.#closing ? CLOSE : NONE),
    ];
    // Nearly all requests are GraphQL: for these, nothing is done that they do not need.
    const failed = (error: unknown): void => this.#failed(request, response, requestId, error);
    try {
      const answering = isPost
        ? this.#answerGraphQL(request, response, requestId)
        : this.#route(request, response, requestId);
      answering?.catch(failed);
    } catch (error) {
      failed(error);
    }
  }

  #failed(request: IncomingMessage, response: Answer, requestId: string, error: unknown): void {
    if (error instanceof BodyRefused) return refuseBody(response, error);
    if (request.destroyed && !request.complete) return;
    this.parts.onUnforeseen(error, requestId);
    if (response.headersSent) response.destroy();
    else refuse(response, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong in the gateway.');
  }

  async #route(request: IncomingMessage, response: Answer, requestId: string): Promise<void> {
    if (replyPreflight(request, response, this.settings.allowedOrigins)) return;
    const url = urlOf(request.url ?? '');
    if (!url) return refuse(response, 404, 'NOT_FOUND', NOTHING_HERE);
    const released = /^\/carts\/([^/]+)\/release$/.exec(url.pathname)?.[1];
    if (released !== undefined) return this.#release(request, response, released);
    if (this.#pages(request, response, url)) return;
    switch (url.pathname) {
      case '/graphql':
        return this.#answerGraphQL(request, response, requestId);
      case '/graphql/stream':
        return this.#answerGraphQL(request, response, requestId, url);
      case '/health/live':
        return replyJson(response, 200, { status: 'live' });
      case '/health/ready':
        return this.#closing
          ? replyJson(response, 503, { status: 'closing' })
          : replyJson(response, 200, { status: 'ready' });
      default:
        return refuse(response, 404, 'NOT_FOUND', NOTHING_HERE);
    }
  }

  /**
   * Answers a GraphQL request, unless something speaks against it.
   *
   * @param stream its address, where it is for a stream of events.
   */
  #answerGraphQL(
    request: IncomingMessage,
    response: Answer,
    requestId: string,
    stream?: URL,
  ): void | Promise<void> {
    const objection = objectionTo(request, this.settings.allowedOrigins, stream !== undefined);
    if (objection) return sendRefusal(response, objection);
    const admit = (admitted: Admitted | Refusal): void | Promise<void> => {
      if ('code' in admitted) return sendRefusal(response, admitted);
      if (!stream) return this.#graphql.answer(request, response, requestId, admitted);
      return this.#stream(request, response, stream, this.#contextOf(request, response, requestId, admitted));
    };
    const asked = this.#door.admit(request, !stream && request.method === 'POST');
    return asked instanceof Promise ? asked.then(admit) : admit(asked);
  }

  readonly #contextOf: ContextMaker = (request, response, requestId, admitted) =>
    new RequestContext(this.parts.rooms, this.#readers, request, response, requestId, admitted);

  /**
   * The release beacon: the shopper has left. Made for `navigator.sendBeacon`, which sends a plain POST and hears no
   * answer; what its body says does not matter, and an unknown id is as good as a known one.
   */
  async #release(request: IncomingMessage, response: Answer, cartId: string): Promise<void> {
    if (request.method !== 'POST') {
      return refuse(response, 405, 'METHOD_NOT_ALLOWED', 'A release is a POST.', { allow: 'POST' });
    }
    const objection = await this.#door.objectionToRelease(request);
    if (objection) return sendRefusal(response, objection);
    request.resume();
    await this.parts.rooms.desk.release(cartId);
    reply(response, 204);
  }
}

/** What nearly every request is. */
const isPlainPost = ({ method, url }: IncomingMessage): boolean => method === 'POST' && url === '/graphql';

/** The address that a request asks for; null for what is none, or would be another's in disguise (`/\\elsewhere`). */
function urlOf(asked: string): URL | null {
  const url = URL.canParse(asked, 'http://gateway') ? new URL(asked, 'http://gateway') : null;
  return url && asked.startsWith('/') && url.host !== 'gateway' ? null : url;
}
