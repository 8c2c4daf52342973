import type { IncomingMessage } from 'node:http';

import { type ApolloServer, HeaderMap } from '@apollo/server';

import { answerTypeFor } from '../graphql/answer-type';
import type { Context } from '../graphql/context';
import type { Asked, KnownReads } from '../graphql/known-reads';
import type { Limits } from '../graphql/limits/limits';
import { COST_HEADER } from '../graphql/limits/plugin';
import { mayBegin, turn } from '../graphql/limits/slices';
import { type Utf8, utf8Of } from '../graphql/utf8';
import { NOT_JSON, parsed, readBody, refuseTooDeep, textOf } from './body';
import type { Admitted } from './door';
import { type ReadyAnswer, type ReadyAnswers, type Request, requestOf, toGet } from './ready-answers';
import { sendRefusal } from './refusal';
import { type Answer, refuse, reply, replyBytes, replyToPost } from './reply';
import type { TrustedDocuments } from './trusted-documents';

export interface GraphQLParts {
  readonly apollo: ApolloServer<Context>;
  readonly reads: KnownReads;
  readonly ready: ReadyAnswers;
  /** Documents that clients may name by a hash. */
  readonly documents: TrustedDocuments;
}

/** Makes the context of a request that was let in. */
export type ContextMaker = (
  request: IncomingMessage,
  response: Answer,
  requestId: string,
  admitted: Admitted,
) => Context;

/**
 * Answers GraphQL requests. A read of public event data that was answered before has its answer ready; one that differs
 * in its variables, or whose answer is out of date, is run as compiled code. Everything else is Apollo Server's.
 */
export class GraphQLEndpoint {
  constructor(
    private readonly parts: GraphQLParts,
    private readonly limits: Limits,
    private readonly contextOf: ContextMaker,
  ) {}

  /** @throws BodyRefused (by way of the promise) where the body, or what stands for it, is not taken. */
  async answer(
    request: IncomingMessage,
    response: Answer,
    requestId: string,
    admitted: Admitted,
  ): Promise<void> {
    // A body that comes in one packet with its head is here once this is over.
    await Promise.resolve();
    const reading = readBody(request, this.limits);
    const body = reading instanceof Promise ? await reading : reading;
    // Whoever is over his budget is told so, and nothing else.
    const asking = admitted.throttledForSeconds === null ? requestOf(request, body) : null;
    const kept = asking && this.parts.ready.find(asking);
    if (kept) return this.#sendReady(request, response, kept);
    const text = textOf(body);
    refuseTooDeep(text, searchOf(request), this.limits);
    if (!mayBegin()) await turn();
    const context = this.contextOf(request, response, requestId, admitted);
    try {
      await this.#work(request, response, context, text, asking);
    } finally {
      context.events.done();
    }
  }

  /** Answers what has no answer ready. */
  #work(
    request: IncomingMessage,
    response: Answer,
    context: Context,
    text: string,
    asking: Request | null,
  ): void | Promise<void> {
    const json = request.method === 'POST' ? parsed(text) : undefined;
    if (json === NOT_JSON) return refuse(response, 400, 'BAD_REQUEST', 'The body is not JSON.');
    const { documents, reads } = this.parts;
    const resolved =
      request.method === 'POST'
        ? documents.inBody(json)
        : documents.inSearch(new URLSearchParams(searchOf(request)));
    if ('refusal' in resolved) return sendRefusal(response, resolved.refusal);
    const { params } = resolved;

    const contentType = answerTypeFor(request.headers.accept);
    const isPlain = request.headers[COST_HEADER] === undefined && context.throttledForSeconds === null;
    const asked = isPlain ? askedBy(params) : null;
    const byApollo = () => this.#workByApollo(request, response, context, params, asking);
    if (!asked || contentType === null) return byApollo();
    const send = (answer: Utf8 | null): void | Promise<void> =>
      answer === null ? byApollo() : this.#send(request, response, asking, contentType, answer, context);
    const answer = reads.execute(asked, asked.variables, context);
    return answer instanceof Promise ? answer.then(send) : send(answer);
  }

  async #workByApollo(
    request: IncomingMessage,
    response: Answer,
    context: Context,
    params: unknown,
    asking: Request | null,
  ): Promise<void> {
    const answered = await this.parts.apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method ?? 'GET',
        headers: headersOf(request),
        search: params instanceof URLSearchParams ? `?${params.toString()}` : searchOf(request),
        body: params instanceof URLSearchParams ? undefined : params,
      },
      context: async () => context,
    });
    const { status = 200, headers, body: answer } = answered;
    if (answer.kind !== 'complete') throw new Error('There is nothing that answers in parts.');
    const type = headers.get('content-type');
    if (status === 200 && type !== undefined)
      return this.#send(request, response, asking, type, utf8Of(answer.string), context);
    const plain = { 'cache-control': 'no-store', ...Object.fromEntries(headers) };
    return reply(response, status, plain, answer.string);
  }

  #send(
    request: IncomingMessage,
    response: Answer,
    asking: Request | null,
    contentType: string,
    text: Utf8,
    { validity }: Context,
  ): void {
    const kept = asking && this.parts.ready.keep(asking, { contentType, text, validity });
    if (kept) this.#sendReady(request, response, kept);
    else replyToPost(response, contentType, text);
  }

  #sendReady(request: IncomingMessage, response: Answer, answer: ReadyAnswer): void {
    if (request.method === 'POST') return replyToPost(response, answer.contentType, answer.body);
    const { status, headers } = toGet(request, answer, this.parts.ready.leftMs(answer));
    return replyBytes(response, status, headers, status === 304 ? utf8Of('') : answer.body);
  }
}

/**
 * What a body asks, where it is plain to see: a query as text, with its variables. Null for anything else, such as a
 * persisted query, which is Apollo Server's.
 */
function askedBy(body: unknown): (Asked & { readonly variables: Record<string, unknown> }) | null {
  if (!isObject(body)) return null;
  const { query, operationName = null, variables = null, extensions = null } = body;
  if (typeof query !== 'string') return null;
  if (operationName !== null && typeof operationName !== 'string') return null;
  if (variables !== null && !isObject(variables)) return null;
  if (extensions !== null && (!isObject(extensions) || 'persistedQuery' in extensions)) return null;
  return { query, operationName, variables: variables ?? {} };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The query of a request's address, with its question mark. */
function searchOf({ url = '' }: IncomingMessage): string {
  const at = url.indexOf('?');
  return at === -1 ? '' : url.slice(at);
}

function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}
