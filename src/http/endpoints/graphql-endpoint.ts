import { type ApolloServer, HeaderMap } from '@apollo/server';

import type { FastReads } from '../../fast-reads/fast-reads';
import type { ReadRequest } from '../../fast-reads/known-reads';
import { type ReadyAnswer, type Request, requestOf } from '../../fast-reads/ready-answers';
import type { Context } from '../../graphql/context';
import type { Limits } from '../../graphql/limits/limits';
import { COST_HEADER } from '../../graphql/limits/plugin';
import { mayStart, turn } from '../../graphql/scheduler';
import { type Body, type Utf8, utf8Of } from '../../utf8';
import type { Admitted } from '../access/access-control';
import { readBody, textOf } from '../body';
import { CompressedBodies } from '../compression/compressed-bodies';
import type { Compressor } from '../compression/compressor';
import type { Encoding } from '../compression/encodings';
import type { AnswerForm } from '../media-types';
import { type Handled, Refusal } from '../refusal';
import type { HttpRequest } from '../request';
import { type HttpResponse, send, sendBytes, sendToPost } from '../response';
import { toGet } from './answer-to-get';
import {
  type Parameters,
  checkParameters,
  parametersInBody,
  parametersInSearch,
  searchOf,
} from './parameters';
import { type SubscriptionStream, sendAsStream } from './subscription-stream';
import type { TrustedDocuments } from './trusted-documents';

export interface GraphQLParts {
  readonly apollo: ApolloServer<Context>;
  /** Null: Apollo Server answers everything. */
  readonly fastReads: FastReads | null;
  /** Documents that clients may name by a hash. */
  readonly documents: TrustedDocuments;
}

/** Creates the context of a request that was admitted. */
export type ContextMaker = (
  request: HttpRequest,
  response: HttpResponse,
  admitted: Admitted,
  form: AnswerForm,
) => Context;

/** A request that is being answered. */
interface Exchange {
  readonly request: HttpRequest;
  readonly response: HttpResponse;
  readonly context: Context;
  readonly form: AnswerForm;
  /** What its reply is stored under; null if it is not stored. */
  readonly key: Request | null;
}

/**
 * Answers GraphQL requests: a read of public data from its stored reply or as a known document, if there is one,
 * subscriptions as event streams, and everything else by Apollo Server.
 */
export class GraphQLEndpoint {
  readonly #compressed: CompressedBodies;

  constructor(
    private readonly parts: GraphQLParts,
    private readonly limits: Limits,
    private readonly subscriptions: SubscriptionStream,
    private readonly contextOf: ContextMaker,
    compressor: Compressor,
  ) {
    this.#compressed = new CompressedBodies(compressor);
  }

  /** Answers an admitted request, or returns why its body or address is refused. */
  async handle(
    request: HttpRequest,
    response: HttpResponse,
    admitted: Admitted,
    form: AnswerForm,
  ): Promise<void | Refusal> {
    // A body that comes in one packet with its head has been received once this is over.
    await Promise.resolve();
    const reading = readBody(request, this.limits);
    const body = reading instanceof Promise ? await reading : reading;
    if (body instanceof Refusal) return body;
    const { fastReads } = this.parts;
    // A caller with an exhausted budget gets no reply but that.
    const isStored = form === 'whole' && admitted.throttledForSeconds === null;
    const key = fastReads && isStored ? requestOf(request, body) : null;
    const stored = key && fastReads?.ready.find(key);
    if (stored) {
      response.servedFrom = 'ready';
      response.summary.operation = stored.operation;
      return this.#sendStored(request, response, stored);
    }
    const text = textOf(body, request.search, this.limits);
    if (text instanceof Refusal) return text;
    if (!mayStart()) await turn();
    // Requests that were pipelined outlive their connection.
    if (request.socket.destroyed) return undefined;
    const context = this.contextOf(request, response, admitted, form);
    try {
      return await this.#execute({ request, response, context, form, key }, text);
    } finally {
      context.events.done();
    }
  }

  /** Executes a request that has no stored reply. */
  #execute(exchange: Exchange, text: string): Handled {
    const { request } = exchange;
    exchange.response.executedAtMs = performance.now();
    const sent = request.method === 'POST' ? parametersInBody(text) : parametersInSearch(request.search);
    if (sent instanceof Refusal) return sent;
    const filled = this.parts.documents.fillIn(sent);
    if (filled instanceof Refusal) return filled;
    const parameters = checkParameters(filled);
    if (parameters instanceof Refusal) return parameters;
    const streamed = this.#stream(exchange, parameters);
    if (streamed) return streamed;
    const done = this.#executeKnown(exchange, parameters);
    if (done instanceof Promise)
      return done.then((isDone) => (isDone ? undefined : this.#executeByApollo(exchange, parameters)));
    return done ? undefined : this.#executeByApollo(exchange, parameters);
  }

  /**
   * Streams a subscription. Null for everything else, and for a subscription whose client names no event stream. Of a
   * client that prefers another form, only what may be a subscription is read here: queries are not to be parsed twice.
   */
  #stream({ request, response, context, form }: Exchange, parameters: Parameters): Handled | null {
    const { query, operationName, variables } = parameters;
    if (typeof query !== 'string') return null;
    if (form === 'whole' && !(request.accepted.namesStream && SUBSCRIPTION.test(query))) return null;
    const asked = this.subscriptions.read({ query, operationName, variables: variables && { ...variables } });
    if (asked.kind === 'subscription') {
      response.kind = 'stream';
      response.summary.operation = asked.facts;
      return this.subscriptions.send(asked.operation, response, context);
    }
    return asked.kind === 'refused' && form === 'stream' ? asked.refusal : null;
  }

  /** Answers a known read. Returns whether it is one; at once, if no event has to be waited for. */
  #executeKnown(exchange: Exchange, parameters: Parameters): boolean | Promise<boolean> {
    const { request, context, form } = exchange;
    const { fastReads } = this.parts;
    const contentType = form === 'whole' ? request.accepted.graphql : null;
    const read = request.headers[COST_HEADER] === undefined ? readIn(parameters) : null;
    if (!fastReads || !read || contentType === null) return false;
    const sendIfKnown = (text: Utf8 | null): boolean | Promise<boolean> => {
      if (text === null) return false;
      exchange.response.servedFrom = 'known';
      const sending = this.#send(exchange, contentType, text);
      return sending instanceof Promise ? sending.then(() => true) : true;
    };
    const reply = fastReads.known.execute(read, read.variables, context);
    return reply instanceof Promise ? reply.then(sendIfKnown) : sendIfKnown(reply);
  }

  async #executeByApollo(exchange: Exchange, parameters: Parameters): Promise<void | Refusal> {
    const { request, response, context, form } = exchange;
    const isPost = request.method === 'POST';
    response.servedFrom = 'apollo';
    const {
      status = 200,
      headers,
      body,
    } = await this.parts.apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: isPost ? 'POST' : 'GET',
        headers: headersForApollo(request),
        search: isPost ? '' : searchOf(parameters),
        body: isPost ? parameters : undefined,
      },
      context: async () => context,
    });
    if (status === 405) return NOT_BY_GET;
    if (body.kind !== 'complete') throw new Error('No operation is answered in parts.');
    if (form === 'stream' && status === 200) return sendAsStream(response, body.string);
    const type = headers.get('content-type');
    if (status === 200 && type !== undefined) return this.#send(exchange, type, utf8Of(body.string));
    send(response, status, { 'cache-control': 'no-store', ...Object.fromEntries(headers) }, body.string);
  }

  /** Sends an answer that was just built, and stores it if it may be reused. */
  #send({ request, response, context, key }: Exchange, contentType: string, text: Utf8): Handled {
    const { validity, summary } = context;
    const { operation } = summary;
    const stored = key && this.parts.fastReads?.ready.keep(key, { contentType, text, validity, operation });
    if (stored) return this.#sendStored(request, response, stored);
    // Only what is public is compressed: docs/decisions/compression.md.
    const encoding = validity.isVouchedFor ? encodingOf(request, text.length) : null;
    if (encoding === null || request.isHead) return sendToPost(response, contentType, text);
    return this.#compressed
      .formOf({ body: text }, encoding, response)
      .then((form) => sendToPost(response, contentType, form ?? text, form && encoding));
  }

  #sendStored(request: HttpRequest, response: HttpResponse, answer: ReadyAnswer): Handled {
    const encoding = encodingOf(request, answer.body.length);
    const form = encoding === null ? answer.body : answer.compressed?.[encoding];
    if (form !== undefined) return this.#sendForm(request, response, answer, encoding, form);
    if (encoding === null || request.isHead) return this.#sendForm(request, response, answer, encoding, null);
    const keep = (made: Body): void => this.parts.fastReads?.ready.keepCompressed(answer, encoding, made);
    return this.#compressed.formOf(answer, encoding, response, keep).then((made) => {
      if (made === null) this.#sendForm(request, response, answer, null, answer.body);
      else this.#sendForm(request, response, answer, encoding, made);
    });
  }

  /** @param form null: it is not known, and only a HEAD request needs none. */
  #sendForm(
    request: HttpRequest,
    response: HttpResponse,
    answer: ReadyAnswer,
    encoding: Encoding | null,
    form: Body | null,
  ): void {
    if (request.method === 'POST' && form !== null)
      return sendToPost(response, answer.contentType, form, encoding);
    const leftMs = this.parts.fastReads?.ready.leftMs(answer) ?? 0;
    const { status, headers } = toGet(request, answer, leftMs, encoding);
    sendBytes(response, status, headers, status === 304 ? utf8Of('') : form);
  }
}

/** How an answer of that many bytes is compressed for a client; null: not at all. */
function encodingOf({ acceptedEncoding }: HttpRequest, bytes: number): Encoding | null {
  return bytes < acceptedEncoding.fromBytes ? null : acceptedEncoding.encoding;
}

/** A subscription has this word in its document. */
const SUBSCRIPTION = /\bsubscription\b/;

const NOT_BY_GET = new Refusal(
  405,
  'METHOD_NOT_ALLOWED',
  'Only queries are answered by GET, and subscriptions to clients that accept text/event-stream.',
  { headers: { allow: 'POST' } },
);

/** The read that parameters ask for, if it could be a known one. Null for a persisted query, which Apollo Server answers. */
function readIn({
  query,
  operationName = null,
  variables,
  extensions,
}: Parameters): (ReadRequest & { readonly variables: Readonly<Record<string, unknown>> }) | null {
  if (typeof query !== 'string' || (extensions?.['persistedQuery'] ?? null) !== null) return null;
  return { query, operationName, variables: variables ?? {} };
}

/** The headers that Apollo Server reads. What the client accepts has been negotiated. */
function headersForApollo({ headers, accepted }: HttpRequest): HeaderMap {
  const map = new HeaderMap();
  map.set('content-type', 'application/json');
  if (accepted.graphql !== null) map.set('accept', accepted.graphql);
  const cost = headers[COST_HEADER];
  if (typeof cost === 'string') map.set(COST_HEADER, cost.toLowerCase());
  return map;
}
