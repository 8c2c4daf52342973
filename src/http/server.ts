import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { GraphQLSchema } from 'graphql';

import type { Clock } from '../clock';
import type { HealthReport } from '../health/health';
import type { StatusReport } from '../health/status';
import type { Limits } from '../graphql/limits/limits';
import { AccessControl, type AccessRules } from './access/access-control';
import { type CallerSettings, callerReader, ipReader } from './access/caller';
import { corsHeaders, sendPreflight } from './access/cors';
import { operatorReader } from './access/operator';
import type { ProxyNotice } from './access/proxy-notice';
import { checkRequestHead } from './access/request-head';
import { Compressor } from './compression/compressor';
import { type ConnectionSettings, Connections, timeLimits } from './connections';
import { type ContextMaker, GraphQLEndpoint, type GraphQLParts } from './endpoints/graphql-endpoint';
import { healthRoutes } from './endpoints/health';
import { type MetricsText, metricsRoute } from './endpoints/metrics';
import { releaseRoute } from './endpoints/release';
import { statusRoute } from './endpoints/status';
import { subscriptionStream } from './endpoints/subscription-stream';
import type { AnswerForm } from './media-types';
import { type PageSettings, pageRoutes } from './pages/pages';
import { type Handled, Refusal, sendRefusal } from './refusal';
import { HttpRequest } from './request';
import { RequestContext, type RequestReaders, type Services } from './request-context';
import type { RequestTrace, RequestTracing } from './request-trace';
import { requestIdOf } from './request-id';
import { type HeaderList, HttpResponse } from './response';
import { type RequestReport, reportOf } from './request-report';
import { type Found, router } from './routes';
import { securityHeaders } from './security-headers';

export interface ServerSettings extends CallerSettings, PageSettings {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Where clients reach this gateway, without a slash at its end; null: at the host that each request names. */
  readonly publicUrl: string | null;
  readonly allowedOrigins: readonly string[];
  /** Whether clients may read the schema. */
  readonly introspection: boolean;
  /** The token that identifies the operator; null: there are no operator's queries. */
  readonly operatorToken: string | null;
  /** The most that one request may ask for. */
  readonly limits: Limits;
  readonly connections: ConnectionSettings;
  readonly access: AccessRules;
}

export interface ServerParts extends GraphQLParts {
  readonly schema: GraphQLSchema;
  readonly services: Services;
  readonly proxyNotice: ProxyNotice;
  /** Called with errors that no code expects. */
  readonly onUnexpected: (error: unknown, requestId: string) => void;
  /** The health of the parts on which the gateway depends. */
  readonly health: () => Promise<HealthReport>;
  /** What the status page shows. */
  readonly status: () => Promise<StatusReport>;
  /** Called after every request that is reported. */
  readonly onRequest: (report: RequestReport) => void;
  /** Traces requests; null: nobody does. */
  readonly tracing: RequestTracing | null;
  /** Served at `/metrics`; null: there is no such path. */
  readonly metrics: MetricsText | null;
}

const NONE: HeaderList = [];
const CLOSE: HeaderList = ['connection', 'close'];

const NOT_FOUND = new Refusal(404, 'NOT_FOUND', 'There is nothing here. GraphQL is at /graphql.');
const NO_WEBSOCKETS = new Refusal(
  400,
  'WEBSOCKETS_UNSUPPORTED',
  'There are no WebSockets here. Subscriptions are server-sent events (SSE): ' +
    'send them to /graphql with Accept: text/event-stream.',
);
const BROKEN = new Refusal(500, 'INTERNAL_SERVER_ERROR', 'Unexpected error in the gateway.');

/** The HTTP server: finds what answers a request, sends refusals, and closes in good order. */
export class HttpServer {
  readonly #server: Server<typeof HttpRequest, typeof HttpResponse>;
  readonly #graphql: GraphQLEndpoint;
  readonly #find: (request: HttpRequest) => Found | null;
  readonly #readers: RequestReaders;
  readonly #access: AccessControl;
  readonly #clock: Clock;
  readonly #connections: Connections;
  readonly #securityHeaders: ReturnType<typeof securityHeaders>;
  /** The addresses of GraphQL requests, as nearly all requests write them. */
  readonly #graphqlUrls: readonly [string, string];
  /** Requests are still served, but a load balancer must send no more. */
  #isDraining = false;
  #isClosing = false;

  constructor(
    private readonly settings: ServerSettings,
    private readonly parts: ServerParts,
  ) {
    const { publicUrl } = settings;
    const { clock, desk } = parts.services;
    const isOperator = operatorReader(settings.operatorToken);
    const isClosing = () => this.#isClosing;
    const prefix = publicUrl === null ? '' : new URL(publicUrl).pathname.replace(/\/$/, '');
    this.#clock = clock;
    const { proxyNotice } = parts;
    this.#access = new AccessControl(settings.access, ipReader(settings), isOperator, proxyNotice, clock);
    this.#securityHeaders = securityHeaders(publicUrl?.startsWith('https:') ?? false);
    this.#readers = {
      callerOf: callerReader(settings),
      isOperator,
      publicUrlOf: ({ headers }) => publicUrl ?? `http://${headers.host ?? 'localhost'}`,
      accountsOf: this.#access.accountsOf.bind(this.#access),
    };
    const compressor = new Compressor();
    const subscriptions = subscriptionStream({ ...settings, ...parts, isClosing });
    this.#graphql = new GraphQLEndpoint(parts, settings.limits, subscriptions, this.#contextOf, compressor);
    this.#graphqlUrls = ['/graphql', `${prefix}/graphql`];
    this.#find = router(
      [
        statusRoute(parts.status, (request) => settings.sandboxReport !== null || isOperator(request)),
        ...pageRoutes(settings, compressor),
        { path: /^\/graphql$/, handle: (request, response) => this.#handleGraphQL(request, response) },
        {
          path: /^\/graphql\/stream$/,
          handle: (request, response) => this.#handleGraphQL(request, response, 'stream'),
        },
        releaseRoute(this.#access, desk),
        ...healthRoutes(parts.health, () => this.#isDraining),
        ...(parts.metrics ? [metricsRoute(parts.metrics)] : []),
      ],
      prefix,
    );
    this.#server = createServer(
      {
        ...timeLimits(settings.connections),
        IncomingMessage: HttpRequest,
        ServerResponse: HttpResponse,
      },
      (request, response) => this.#answer(request, response),
    );
    this.#connections = new Connections(this.#server, settings.connections, clock);
  }

  /** Listens, and resolves to its address, e.g. `http://127.0.0.1:4000`. */
  async listen(): Promise<string> {
    const { host, port } = this.settings;
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(port, host, resolve);
    });
    const bound = this.#server.address() as AddressInfo;
    return `http://${bound.family === 'IPv6' ? `[${bound.address}]` : bound.address}:${bound.port}`;
  }

  /**
   * Reports "not ready" from now on, and asks for each connection to be closed after its next response. Everything is
   * still served: a load balancer that has not looked yet goes on sending.
   */
  drain(): void {
    this.#isDraining = true;
  }

  /** Takes no new connections; requests in progress may end within `withinMs`, then are cut off. */
  async close(withinMs: number): Promise<void> {
    this.#isDraining = true;
    this.#isClosing = true;
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#connections.closeUnused();
    const cancel = this.#clock.after(withinMs, () => this.#server.closeAllConnections());
    await closed;
    cancel();
  }

  /** Connections of clients that are open. */
  get openConnections(): number {
    return this.#connections.open;
  }

  #answer(request: HttpRequest, response: HttpResponse): void {
    request.id = requestIdOf(request);
    request.receivedAtMs = performance.now();
    const trace = this.parts.tracing?.request(request.headers, request.receivedAtMs);
    // Nearly all requests are these: for them, nothing is done that they do not need.
    const isPlainPost = request.method === 'POST' && this.#graphqlUrls.includes(request.url ?? '');
    response.common = [
      'x-request-id',
      request.id,
      ...this.#securityHeaders(isPlainPost),
      ...corsHeaders(request, this.settings.allowedOrigins),
      ...(this.#isDraining ? CLOSE : NONE),
    ];
    const finish = (refusal: void | Refusal): void => {
      if (refusal) sendRefusal(response, refusal);
      this.#report(request, response, trace);
    };
    const failed = (error: unknown): void => {
      this.#failed(request, response, error);
      this.#report(request, response, trace);
    };
    const handle = (): Handled =>
      isPlainPost ? this.#handleGraphQL(request, response) : this.#route(request, response);
    try {
      const handled = trace ? trace.within(handle) : handle();
      if (handled instanceof Promise) void handled.then(finish, failed);
      else finish(handled);
    } catch (error) {
      failed(error);
    }
  }

  #report(request: HttpRequest, response: HttpResponse, trace: RequestTrace | undefined): void {
    const report = reportOf(request, response);
    if (report) this.parts.onRequest(report);
    trace?.end(report);
  }

  #failed(request: HttpRequest, response: HttpResponse, error: unknown): void {
    if (request.destroyed && !request.complete) return;
    this.parts.onUnexpected(error, request.id);
    if (response.headersSent) response.destroy();
    else sendRefusal(response, BROKEN);
  }

  #route(request: HttpRequest, response: HttpResponse): Handled {
    if (sendPreflight(request, response, this.settings.allowedOrigins)) return undefined;
    // Node leaves an upgrade that nobody listens for as a plain request.
    if (request.headers.upgrade?.toLowerCase() === 'websocket') return NO_WEBSOCKETS;
    const found = this.#find(request);
    return found ? found(request, response) : NOT_FOUND;
  }

  #handleGraphQL(
    request: HttpRequest,
    response: HttpResponse,
    form: AnswerForm = request.accepted.prefersStream ? 'stream' : 'whole',
  ): Handled {
    response.kind = form === 'stream' ? 'stream' : 'graphql';
    const refusal = checkRequestHead(request, this.settings.allowedOrigins, form === 'stream');
    if (refusal) return refusal;
    const admitted = this.#access.admit(request, request.method === 'POST');
    if (admitted instanceof Refusal) return admitted;
    response.frontend = admitted.frontend;
    return this.#graphql.handle(request, response, admitted, form);
  }

  readonly #contextOf: ContextMaker = (request, response, admitted, form) =>
    new RequestContext(this.parts.services, this.#readers, request, response, admitted, form);
}
