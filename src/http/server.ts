import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { ApolloServer } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';

import type { Desk } from '../carts/desk';
import type { Context } from '../graphql/context';
import { objectionTo } from './admission';
import { type CallerSettings, callerReader } from './caller';
import { type ConnectionSettings, Connections, timeLimits } from './connections';
import { allowOrigin } from './cors';
import { type Admitted, Door, type DoorSettings } from './door';
import { graphqlEndpoint } from './graphql-endpoint';
import { operatorReader } from './operator';
import { replyPlayground, wantsPage } from './playground';
import { sendRefusal } from './refusal';
import { refuse, reply, replyJson } from './reply';
import { secure } from './security-headers';
import { streamEndpoint } from './stream-endpoint';
import type { TrustedDocuments } from './trusted-documents';

export interface ServerSettings extends CallerSettings {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Where clients reach this gateway; null: as each request says. */
  readonly publicUrl: string | null;
  readonly allowedOrigins: readonly string[];
  readonly playground: boolean;
  /** Whether clients may ask for the schema. */
  readonly introspection: boolean;
  /** What the operator's desk has to show; null: there is no desk. */
  readonly operatorToken: string | null;
  readonly connections: ConnectionSettings;
  readonly door: DoorSettings;
}

export interface ServerParts {
  readonly apollo: ApolloServer<Context>;
  readonly schema: GraphQLSchema;
  readonly desk: Desk;
  /** Documents that clients may name by a hash. */
  readonly documents: TrustedDocuments;
  /** Everything of a request's context but what the request itself tells. */
  readonly context: (
    request: Pick<Context, 'requestId' | 'caller' | 'isOperator' | 'publicUrl' | 'signal' | keyof Admitted>,
  ) => Context;
  /** Told of errors that nobody foresaw. */
  readonly onUnforeseen: (error: unknown, requestId: string) => void;
}

/** The HTTP server: routes requests, and knows when it is going down. */
export class HttpServer {
  readonly #server: Server;
  readonly #graphql: ReturnType<typeof graphqlEndpoint>;
  readonly #stream: ReturnType<typeof streamEndpoint>;
  readonly #callerOf: ReturnType<typeof callerReader>;
  readonly #isOperator: ReturnType<typeof operatorReader>;
  readonly #door: Door;
  #closing = false;

  constructor(
    private readonly settings: ServerSettings,
    private readonly parts: ServerParts,
  ) {
    this.#graphql = graphqlEndpoint(parts.apollo, parts.documents);
    this.#stream = streamEndpoint(parts.schema, settings.introspection, parts.documents);
    this.#callerOf = callerReader(settings);
    this.#isOperator = operatorReader(settings.operatorToken);
    this.#door = new Door(settings.door);
    const limits = timeLimits(settings.connections);
    this.#server = createServer(limits, (request, response) => void this.#answer(request, response));
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
    this.#server.closeIdleConnections();
    const cutOff = setTimeout(() => this.#server.closeAllConnections(), withinMs);
    await closed;
    clearTimeout(cutOff);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = requestIdOf(request);
    response.setHeader('x-request-id', requestId);
    secure(response, this.settings.publicUrl?.startsWith('https:') ?? false);
    if (this.#closing) response.setHeader('connection', 'close');
    response.once('close', () => {
      // A connection kept alive for a next request would keep the process alive, too.
      if (this.#closing) setImmediate(() => this.#server.closeIdleConnections());
    });
    try {
      await this.#route(request, response, requestId);
    } catch (error) {
      if (request.destroyed && !request.complete) return;
      this.parts.onUnforeseen(error, requestId);
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong in the gateway.');
    }
  }

  async #route(request: IncomingMessage, response: ServerResponse, requestId: string): Promise<void> {
    if (allowOrigin(request, response, this.settings.allowedOrigins)) return;
    const url = URL.canParse(request.url ?? '', 'http://gateway')
      ? new URL(request.url ?? '', 'http://gateway')
      : new URL('http://gateway/');
    const released = /^\/carts\/([^/]+)\/release$/.exec(url.pathname)?.[1];
    if (released !== undefined) return this.#release(request, response, released);
    switch (url.pathname) {
      case '/graphql':
        if (this.settings.playground && wantsPage(request, url)) return replyPlayground(response);
        return this.#admit(request, response, requestId, false, (context) =>
          this.#graphql(request, response, url, context),
        );
      case '/graphql/stream':
        return this.#admit(request, response, requestId, true, (context) =>
          this.#stream(request, response, url, context),
        );
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

  /** Has a GraphQL request answered, unless something speaks against it. */
  async #admit(
    request: IncomingMessage,
    response: ServerResponse,
    requestId: string,
    isStream: boolean,
    answer: (context: Context) => Promise<void>,
  ): Promise<void> {
    const objection = objectionTo(request, this.settings.allowedOrigins, isStream);
    if (objection) return sendRefusal(response, objection);
    const caller = this.#callerOf(request);
    const isOperator = this.#isOperator(request);
    const canMutate = !isStream && request.method === 'POST';
    const admitted = await this.#door.admit(request, caller.ip, isOperator, canMutate);
    if ('code' in admitted) return sendRefusal(response, admitted);

    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const publicUrl = this.settings.publicUrl ?? `http://${request.headers.host ?? 'localhost'}`;
    const { signal } = gone;
    return answer(this.parts.context({ requestId, caller, isOperator, publicUrl, signal, ...admitted }));
  }

  /**
   * The release beacon: the shopper has left. Made for `navigator.sendBeacon`, which sends a plain POST and hears no
   * answer; what its body says does not matter, and an unknown id is as good as a known one.
   */
  async #release(request: IncomingMessage, response: ServerResponse, cartId: string): Promise<void> {
    if (request.method !== 'POST') {
      return refuse(response, 405, 'METHOD_NOT_ALLOWED', 'A release is a POST.', { allow: 'POST' });
    }
    const objection = await this.#door.objectionToRelease(this.#callerOf(request).ip);
    if (objection) return sendRefusal(response, objection);
    request.resume();
    await this.parts.desk.release(cartId);
    reply(response, 204);
  }
}

/** The id that a proxy in front gave the request, if it is one, so that logs can be followed through; else a new one. */
function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{8,128}$/.test(given) ? given : randomUUID();
}
