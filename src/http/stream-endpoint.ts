import type { IncomingMessage } from 'node:http';

import {
  type ASTVisitor,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  OperationTypeNode,
  type ValidationContext,
  specifiedRules,
  validate,
} from 'graphql';
import { createHandler } from 'graphql-sse';

import type { Context } from '../graphql/context';
import { errorFormatter } from '../graphql/errors';
import type { Limits } from '../graphql/limits/limits';
import { limitedOperation } from '../graphql/limits/operation';
import { mayBegin, turn } from '../graphql/limits/slices';
import { validationOptions } from '../graphql/limits/validation';
import { NOT_JSON, parsed, readBody, refuseTooDeep, textOf } from './body';
import { sendRefusal } from './refusal';
import { type Answer, refuse } from './reply';
import type { TrustedDocuments } from './trusted-documents';

/**
 * Answers subscriptions as server-sent events: GraphQL over SSE, one connection for each subscription. (Its other mode,
 * many on one connection, needs state between requests, which not every process behind a balancer would have.)
 */
export function streamEndpoint(
  schema: GraphQLSchema,
  { introspection, limits }: { readonly introspection: boolean; readonly limits: Limits },
  documents: TrustedDocuments,
) {
  const rules = [
    ...specifiedRules,
    onlySubscriptions,
    ...(introspection ? [] : [NoSchemaIntrospectionCustomRule]),
  ];
  const formatError = errorFormatter(introspection);

  /** A result whose errors are as they are at /graphql: with a stable code, and without what nobody foresaw. */
  const withCodes = (result: ExecutionResult): ExecutionResult => ({
    ...result,
    ...(result.errors && {
      errors: result.errors.map((error) => {
        const { message, extensions = null } = formatError(error.toJSON(), error);
        return new GraphQLError(message, {
          nodes: error.nodes ?? null,
          path: error.path ?? null,
          extensions,
        });
      }),
    }),
  });

  return async (request: IncomingMessage, response: Answer, url: URL, context: Context): Promise<void> => {
    const text = textOf(await readBody(request, limits));
    refuseTooDeep(text, url.search, limits);
    const asking = request.method === 'POST' ? parsed(text) : undefined;
    if (asking === NOT_JSON) return refuse(response, 400, 'BAD_REQUEST', 'The body is not JSON.');
    const resolved =
      request.method === 'POST' ? documents.inBody(asking) : documents.inSearch(url.searchParams);
    if ('refusal' in resolved) return sendRefusal(response, resolved.refusal);
    const { params } = resolved;
    const asked =
      params instanceof URLSearchParams
        ? { url: `${url.pathname}?${params.toString()}`, body: null }
        : { url: url.pathname, body: Object(params) as Record<PropertyKey, unknown> };
    if (!mayBegin()) await turn();
    const contextValue = context as Context & Record<PropertyKey, unknown>;
    const handle = createHandler<IncomingMessage, undefined, Record<PropertyKey, unknown>>({
      schema,
      // No token: each subscription has its connection.
      authenticate: () => null,
      onSubscribe: (_, { query, operationName, variables }) => {
        const operation = limitedOperation(schema, { query, operationName, variables }, limits);
        return operation instanceof GraphQLError
          ? refusal(operation)
          : { schema, ...operation, contextValue };
      },
      validate: (ofSchema, document) => validate(ofSchema, document, rules, validationOptions(introspection)),
      onNext: (_, __, result) => withCodes(result as ExecutionResult),
    });
    const [answer, init] = await handle({
      method: request.method ?? 'GET',
      ...asked,
      headers: { get: (name) => headerOf(request, name) },
      raw: request,
      context: undefined,
    });
    response.writeHead(init.status, init.statusText, { ...response.commonByName, ...init.headers });
    if (answer === null || typeof answer === 'string') {
      response.end(answer ?? '');
      return;
    }
    response.once('close', () => void answer.return(undefined));
    for await (const message of answer) {
      if (response.destroyed) break;
      await new Promise<void>((resolve) => response.write(message, () => resolve()));
    }
    response.end();
  };
}

const headerOf = ({ headers }: IncomingMessage, name: string): string | undefined => {
  const value = headers[name];
  return Array.isArray(value) ? value.join('\n') : value;
};

const refusal = (error: GraphQLError) =>
  [
    JSON.stringify({ errors: [error] }),
    {
      status: 400,
      statusText: 'Bad Request',
      headers: { 'content-type': 'application/json; charset=utf-8' },
    },
  ] as const;

/** Queries and mutations have an endpoint of their own, with limits of its own. */
const onlySubscriptions = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition(node) {
    if (node.operation === OperationTypeNode.SUBSCRIPTION) return;
    context.reportError(new GraphQLError('Queries and mutations are answered at /graphql.', { nodes: node }));
  },
});
