import type { IncomingMessage, ServerResponse } from 'node:http';

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
import { formatError } from '../graphql/errors';
import { readBody } from './body';
import { bodyRefusal, sendRefusal } from './refusal';
import type { TrustedDocuments } from './trusted-documents';

/**
 * Answers subscriptions as server-sent events: GraphQL over SSE, one connection for each subscription. (Its other mode,
 * many on one connection, needs state between requests, which not every process behind a balancer would have.)
 */
export function streamEndpoint(schema: GraphQLSchema, introspection: boolean, documents: TrustedDocuments) {
  const rules = [
    ...specifiedRules,
    onlySubscriptions,
    ...(introspection ? [] : [NoSchemaIntrospectionCustomRule]),
  ];
  return async (
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    context: Context,
  ): Promise<void> => {
    let asked: { url: string; body: Record<PropertyKey, unknown> | null };
    try {
      if (request.method === 'POST') {
        const resolved = documents.inBody(JSON.parse(await readBody(request)));
        if ('refusal' in resolved) return sendRefusal(response, resolved.refusal);
        asked = { url: url.pathname, body: Object(resolved.params) as Record<PropertyKey, unknown> };
      } else {
        const resolved = documents.inSearch(url.searchParams);
        if ('refusal' in resolved) return sendRefusal(response, resolved.refusal);
        asked = { url: `${url.pathname}?${resolved.params.toString()}`, body: null };
      }
    } catch (error) {
      const refusal = bodyRefusal(error);
      if (refusal) return sendRefusal(response, refusal);
      throw error;
    }

    const handle = createHandler<IncomingMessage, undefined, Record<PropertyKey, unknown>>({
      schema,
      // No token: each subscription has its connection.
      authenticate: () => null,
      validate: (ofSchema, document) => validate(ofSchema, document, rules),
      context: () => ({ ...context }),
      onNext: (_, __, result) => withCodes(result as ExecutionResult),
    });
    const [body, init] = await handle({
      method: request.method ?? 'GET',
      ...asked,
      headers: { get: (name) => request.headers[name]?.toString() },
      raw: request,
      context: undefined,
    });
    response.writeHead(init.status, init.statusText, init.headers);
    if (body === null || typeof body === 'string') return void response.end(body ?? '');
    response.once('close', () => void body.return(undefined));
    for await (const event of body) {
      // The next event waits until this one has been taken.
      await new Promise<void>((resolve) => response.write(event, () => resolve()));
    }
    response.end();
  };
}

/** Queries and mutations have an endpoint of their own, with limits of its own. */
const onlySubscriptions = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition(node) {
    if (node.operation === OperationTypeNode.SUBSCRIPTION) return;
    context.reportError(new GraphQLError('Queries and mutations are answered at /graphql.', { nodes: node }));
  },
});

/** A result whose errors are as they are at /graphql: with a stable code, and without what nobody foresaw. */
const withCodes = (result: ExecutionResult): ExecutionResult => ({
  ...result,
  ...(result.errors && {
    errors: result.errors.map((error) => {
      const { message, extensions = null } = formatError(error.toJSON(), error);
      return new GraphQLError(message, { nodes: error.nodes ?? null, path: error.path ?? null, extensions });
    }),
  }),
});
