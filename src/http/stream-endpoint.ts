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
import { createHandler } from 'graphql-sse/lib/use/http';

import type { Context } from '../graphql/context';
import { formatError } from '../graphql/errors';
import { type Answer, refuse } from './reply';

/**
 * Answers subscriptions as server-sent events: GraphQL over SSE, one connection for each subscription. (Its other mode,
 * many on one connection, needs state between requests, which not every process behind a balancer would have.)
 */
export function streamEndpoint(schema: GraphQLSchema, introspection: boolean) {
  const rules = [
    ...specifiedRules,
    onlySubscriptions,
    ...(introspection ? [] : [NoSchemaIntrospectionCustomRule]),
  ];
  return async (request: IncomingMessage, response: Answer, context: Context): Promise<void> => {
    if (request.method !== 'GET' && request.method !== 'POST') {
      return refuse(response, 405, 'METHOD_NOT_ALLOWED', 'Subscribe by GET or POST.', { allow: 'GET, POST' });
    }
    for (const [name, value] of Object.entries(response.common)) response.setHeader(name, value ?? '');
    delete request.headers['x-graphql-event-stream-token'];
    const handle = createHandler<Context & Record<PropertyKey, unknown>>({
      schema,
      validate: (ofSchema, document) => validate(ofSchema, document, rules),
      context: () => context as Context & Record<PropertyKey, unknown>,
      onNext: (_, __, result) => withCodes(result as ExecutionResult),
    });
    await handle(request, response);
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
