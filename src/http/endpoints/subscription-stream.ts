import {
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  OperationTypeNode,
  getOperationAST,
  specifiedRules,
  validate,
} from 'graphql';
import { createHandler } from 'graphql-sse';

import type { Context } from '../../graphql/context';
import { isErrorCode } from '../../graphql/error-codes';
import { inResponseOrder } from '../../graphql/error-order';
import { errorFormatter } from '../../graphql/errors';
import type { Limits } from '../../graphql/limits/limits';
import { type Asked, type Operation, limitedOperation } from '../../graphql/limits/operation';
import { validationOptions } from '../../graphql/limits/validation';
import { type OperationFacts, noteError, operationFacts } from '../../graphql/summary';
import { throttled } from '../access/access-control';
import { STREAM_TYPE } from '../media-types';
import { Refusal } from '../refusal';
import type { HttpResponse } from '../response';

export interface StreamParts {
  readonly schema: GraphQLSchema;
  readonly introspection: boolean;
  readonly limits: Limits;
  /** Whether the process is going down. */
  readonly isClosing: () => boolean;
}

/** A request that asks for a stream, as far as its document shows. */
export type AskedStream =
  | { readonly kind: 'subscription'; readonly operation: Operation; readonly facts: OperationFacts }
  /** A query or mutation. It has one result, which Apollo Server gives. */
  | { readonly kind: 'single' }
  /** A document that cannot be read, is over a limit, or has no such operation. */
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Answers subscriptions with event streams. */
export interface SubscriptionStream {
  readonly read: (asked: Asked) => AskedStream;
  /** Streams the results of a subscription that was read. Resolves at the end of the stream. */
  readonly send: (operation: Operation, response: HttpResponse, context: Context) => Promise<void | Refusal>;
}

/** The message after which clients take a subscription for complete. */
const COMPLETE = /^event: complete\b/;

/** What graphql-sse compares as text; the headers themselves have been checked. */
const HANDLER_HEADERS: ReadonlyMap<string, string> = new Map([
  ['accept', STREAM_TYPE],
  ['content-type', 'application/json'],
]);

const UNKNOWN_OPERATION = new Refusal(
  400,
  'OPERATION_RESOLUTION_FAILURE',
  'The document has no such operation, or several and none is named.',
);

/** A proxy that buffers (nginx does by default) or compresses would hold back what a shopper waits for. */
const STREAM_HEADERS = {
  'content-type': `${STREAM_TYPE}; charset=utf-8`,
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
};

/**
 * Subscriptions as server-sent events: GraphQL over SSE, one connection for each subscription. (The protocol's other mode,
 * several on one connection, needs state between requests, which a balancer may send to different processes.)
 *
 * A stream that ends because the process goes down is broken off without the message that would complete it: clients of
 * GraphQL over SSE then reconnect, and others report an error instead of an end.
 */
export function subscriptionStream({
  schema,
  introspection,
  limits,
  isClosing,
}: StreamParts): SubscriptionStream {
  const rules = [...specifiedRules, ...(introspection ? [] : [NoSchemaIntrospectionCustomRule])];
  const withCodes = codedErrors(introspection);

  /** Returns the messages of a subscription, or its whole response if it is refused. */
  const subscribe = (operation: Operation, context: Context) => {
    const contextValue = context as Context & Record<PropertyKey, unknown>;
    const handle = createHandler<undefined, undefined, Record<PropertyKey, unknown>>({
      schema,
      // No token: each subscription has its own connection.
      authenticate: () => null,
      onSubscribe: () => ({ schema, ...operation, contextValue }),
      validate: (ofSchema, document) => {
        const errors = validate(ofSchema, document, rules, validationOptions(introspection)).map(invalid);
        noteError(context.summary, errors);
        return errors;
      },
      onNext: (_, __, result) => {
        const coded = withCodes(result as ExecutionResult);
        noteError(context.summary, coded.errors);
        return coded;
      },
    });
    return handle({
      method: 'POST',
      url: '/',
      headers: { get: (name) => HANDLER_HEADERS.get(name) },
      // The handler wants one; what is executed is the operation.
      body: { query: '{ __typename }' },
      raw: undefined,
      context: undefined,
    });
  };

  return {
    read: (asked) => {
      const operation = limitedOperation(schema, asked, limits);
      if (operation instanceof GraphQLError) return { kind: 'refused', refusal: unreadable(operation) };
      const node = getOperationAST(operation.document, asked.operationName);
      if (!node) return { kind: 'refused', refusal: UNKNOWN_OPERATION };
      return node.operation === OperationTypeNode.SUBSCRIPTION
        ? { kind: 'subscription', operation, facts: operationFacts(asked.query, node) }
        : { kind: 'single' };
    },
    send: async (operation, response, context) => {
      const { throttledForSeconds } = context;
      if (throttledForSeconds !== null) return throttled(throttledForSeconds);
      // Without a body there is nothing to subscribe for.
      if (response.req.isHead) return sendAsStream(response, '');
      const [messages, init] = await subscribe(operation, context);
      const isStream = messages !== null && typeof messages !== 'string';
      response.writeHead(init.status, init.statusText, {
        ...response.commonByName,
        ...(isStream ? STREAM_HEADERS : init.headers),
      });
      if (!isStream) {
        response.bodyBytes = Buffer.byteLength(messages ?? '');
        return void response.end(messages ?? '');
      }
      response.once('close', () => void messages.return(undefined));
      for await (const message of messages) {
        if (response.destroyed) break;
        if (isClosing() && COMPLETE.test(message)) return void response.destroy();
        response.bodyBytes += Buffer.byteLength(message);
        await new Promise<void>((resolve) => response.write(message, () => resolve()));
      }
      return void response.end();
    },
  };
}

/** Sends one result as a stream: that of a query or mutation whose client accepts nothing else. */
export function sendAsStream(response: HttpResponse, json: string): void {
  response.writeHead(200, { ...response.commonByName, ...STREAM_HEADERS });
  // Line breaks are escaped within JSON, so only the last character can be one.
  const messages = `event: next\ndata: ${json.trimEnd()}\n\nevent: complete\ndata:\n\n`;
  response.bodyBytes = Buffer.byteLength(messages);
  response.end(messages);
}

/**
 * Returns a function that gives errors the form and order they have at /graphql: a stable code, and no text of unexpected
 * ones.
 */
function codedErrors(introspection: boolean): (result: ExecutionResult) => ExecutionResult {
  const formatError = errorFormatter(introspection);
  const coded = (error: GraphQLError): GraphQLError => {
    const { message, extensions } = formatError(error.toJSON(), error);
    // Outside of any field, only variables can be wrong.
    const code = error.path === undefined ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR';
    return new GraphQLError(message, {
      nodes: error.nodes ?? null,
      path: error.path ?? null,
      extensions: { code, ...extensions },
    });
  };
  return (result) => ({
    ...result,
    ...(result.errors && { errors: inResponseOrder(result.errors.map(coded), result.data) }),
  });
}

/** A failed validation with the code that it has at /graphql. */
const invalid = ({ message, nodes = [] }: GraphQLError): GraphQLError =>
  new GraphQLError(message, { nodes, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });

/** The refusal of a document that was not validated. An error without a code is one of parsing. */
function unreadable({ message, extensions, locations }: GraphQLError): Refusal {
  const { code, ...others } = extensions;
  const known = isErrorCode(code) ? code : 'GRAPHQL_PARSE_FAILED';
  return new Refusal(400, known, message, { extensions: others, ...(locations && { locations }) });
}
