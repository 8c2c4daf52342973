import type { Fetcher } from '@graphiql/toolkit';
import { type ExecutionResult, GraphQLError, getOperationAST } from 'graphql';
import { type RequestParams, createClient } from 'graphql-sse';

import { NothingSeen, fillIn, remember } from './last-seen';

type Result = ExecutionResult<Record<string, unknown>, Record<string, unknown>>;

/** Asks the gateway that served the page: subscriptions as server-sent events, all else by POST. */
export const fetcher: Fetcher = (params, options): ReturnType<Fetcher> => {
  const { query, operationName } = params;
  const headers = options?.headers ?? {};
  const operation = options?.documentAST && getOperationAST(options.documentAST, operationName);
  try {
    const request = { query, variables: fillIn(params.variables), ...(operationName && { operationName }) };
    return operation?.operation === 'subscription' ? subscribe(request, headers) : ask(request, headers);
  } catch (error) {
    if (error instanceof NothingSeen) return { errors: [new GraphQLError(error.message)] };
    throw error;
  }
};

async function ask(request: RequestParams, headers: Record<string, string>): Promise<Result> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(request),
  });
  const result = (await response.json()) as Result;
  remember(result.data);
  return result;
}

async function* subscribe(request: RequestParams, headers: Record<string, string>): AsyncGenerator<Result> {
  const client = createClient({ url: '/graphql/stream', headers, retryAttempts: 0 });
  for await (const result of client.iterate<Record<string, unknown>, Record<string, unknown>>(request)) {
    remember(result.data);
    yield result;
  }
}
