import type { IncomingMessage } from 'node:http';

import { type ApolloServer, HeaderMap } from '@apollo/server';
import { LRUCache } from 'lru-cache';

import type { Context } from '../graphql/context';
import type { Asked, KnownReads } from '../graphql/known-reads';
import type { Limits } from '../graphql/limits/limits';
import { COST_HEADER } from '../graphql/limits/plugin';
import { turn } from '../graphql/limits/slices';
import { BodyRefused, NOT_JSON, parsed, readBody, refuseTooDeep } from './body';
import { type ReadyAnswer, type ReadyAnswers, keyOf, toSend } from './ready-answers';
import { sendRefusal } from './refusal';
import { type Answer, refuse, refuseBody, reply } from './reply';
import type { TrustedDocuments } from './trusted-documents';

export interface GraphQLParts {
  readonly apollo: ApolloServer<Context>;
  readonly reads: KnownReads;
  readonly ready: ReadyAnswers;
  /** Documents that clients may name by a hash. */
  readonly documents: TrustedDocuments;
}

export type GraphQLEndpoint = (
  request: IncomingMessage,
  response: Answer,
  contextOf: () => Context,
  isThrottled: boolean,
) => Promise<void>;

/** Combinations of the headers by which Apollo Server chooses a content type. There are few honest ones. */
const MOST_FORMS = 100;

/**
 * Answers GraphQL requests. A read of public event data that was answered before has its answer ready; one that differs
 * in its variables, or whose answer is out of date, is run as compiled code. Everything else is Apollo Server's.
 */
export function graphqlEndpoint(
  { apollo, reads, ready, documents }: GraphQLParts,
  limits: Limits,
): GraphQLEndpoint {
  /** The content type that Apollo Server chose for an answer, by the headers that it chose it by. */
  const forms = new LRUCache<string, string>({ max: MOST_FORMS });

  return async (request, response, contextOf, isThrottled) => {
    const sent = searchOf(request.url ?? '');
    let key: string | null;
    let text: string;
    try {
      text = await readBody(request, limits);
      // Whoever is over his budget is told so, and nothing else.
      key = isThrottled ? null : keyOf(request, text);
      const kept = key === null ? undefined : ready.find(key);
      if (kept) return sendReady(kept);
      refuseTooDeep(text, sent, limits);
    } catch (error) {
      if (error instanceof BodyRefused) return refuseBody(response, error);
      throw error;
    }
    await turn();
    const asking = request.method === 'POST' ? parsed(text) : undefined;
    if (asking === NOT_JSON) return refuse(response, 400, 'BAD_REQUEST', 'The body is not JSON.');
    const resolved =
      request.method === 'POST' ? documents.inBody(asking) : documents.inSearch(new URLSearchParams(sent));
    if ('refusal' in resolved) return sendRefusal(response, resolved.refusal);
    const { params } = resolved;
    const body = params instanceof URLSearchParams ? undefined : params;
    const search = params instanceof URLSearchParams ? `?${params.toString()}` : sent;
    const context = contextOf();
    const form = `${request.headers['content-type']}\n${request.headers.accept}`;
    const contentType = forms.get(form);
    const wantsCost = request.headers[COST_HEADER] !== undefined;
    const isKnown = contentType !== undefined && !wantsCost && !isThrottled;
    const asked = isKnown ? askedBy(body) : null;
    const json = asked && (await reads.execute(asked, asked.variables, context));
    if (json && contentType !== undefined) return send(key, contentType, json, context);

    const {
      status,
      headers,
      body: answer,
    } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method ?? 'GET',
        headers: headersOf(request),
        search,
        body,
      },
      context: async () => context,
    });
    if (answer.kind !== 'complete') throw new Error('There is nothing that answers in parts.');
    const type = headers.get('content-type');
    if ((status ?? 200) === 200 && type !== undefined) {
      if (request.method === 'POST') forms.set(form, type);
      return send(key, type, answer.string, context);
    }
    const plain = { 'cache-control': 'no-store', ...Object.fromEntries(headers) };
    return reply(response, status ?? 200, plain, answer.string);

    function send(key: string | null, contentType: string, text: string, { validity }: Context): void {
      const kept = key === null ? null : ready.keep(key, { contentType, text, validity });
      if (kept) return sendReady(kept);
      return reply(response, 200, { 'content-type': contentType, 'cache-control': 'no-store' }, text);
    }

    function sendReady(answer: ReadyAnswer): void {
      const { status, headers } = toSend(request, answer, ready.leftMs(answer));
      return reply(response, status, headers, status === 304 ? undefined : answer.body);
    }
  };
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

/** The query of an address, with its question mark. */
const searchOf = (url: string): string => (url.includes('?') ? url.slice(url.indexOf('?')) : '');

function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}
