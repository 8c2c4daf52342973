import { HeaderMap } from '@apollo/server';
import {
  type GraphQLFieldResolver,
  type GraphQLSchema,
  GraphQLError,
  defaultFieldResolver,
  getNamedType,
} from 'graphql';

import { callerThrottled } from '../../carts/failures';
import type { Context } from '../context';

/**
 * Makes the root fields refuse a caller whose budget of requests is exhausted: a mutation that returns a `PollingResult`
 * returns `Throttled`, everything else is an error of status 429. Nothing is executed.
 */
export function refuseThrottled(schema: GraphQLSchema): GraphQLSchema {
  for (const root of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      const isTyped = root === schema.getMutationType() && getNamedType(field.type).name === 'PollingResult';
      field.resolve = guarded(field.resolve ?? defaultFieldResolver, isTyped);
    }
  }
  return schema;
}

const guarded =
  (
    resolve: GraphQLFieldResolver<unknown, Context>,
    isTyped: boolean,
  ): GraphQLFieldResolver<unknown, Context> =>
  (parent, args, context, info) => {
    const { throttledForSeconds: seconds } = context;
    if (seconds === null) return resolve(parent, args, context, info);
    if (isTyped) return callerThrottled(seconds);
    throw rateLimited(seconds);
  };

function rateLimited(retryAfterSeconds: number): GraphQLError {
  const headers = new HeaderMap([['retry-after', String(retryAfterSeconds)]]);
  // `http` is what Apollo Server makes the answer's status and headers of.
  const extensions: Record<string, unknown> = {
    code: 'RATE_LIMITED',
    retryAfterSeconds,
    http: { status: 429, headers },
  };
  return new GraphQLError('Too many requests in too short a time.', { extensions });
}
