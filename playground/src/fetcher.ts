import type { Fetcher } from '@graphiql/toolkit';
import { type ExecutionResult, GraphQLError, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { type RequestParams, createClient } from 'graphql-sse';

import { MissingValue, fillIn, remember } from './last-seen';

type Result = ExecutionResult<Record<string, unknown>, Record<string, unknown>>;

/** Sends operations to the gateway that served the page: subscriptions as server-sent events, others by POST. */
export const fetcher: Fetcher = (params, options): ReturnType<Fetcher> => {
  const { query } = params;
  const headers = options?.headers ?? {};
  const operation = operationIn(query, params.operationName);
  const operationName = operation?.name?.value;
  try {
    const request = { query, variables: fillIn(params.variables), ...(operationName && { operationName }) };
    return operation?.operation === 'subscription' ? subscribe(request, headers) : ask(request, headers);
  } catch (error) {
    if (error instanceof MissingValue) return { errors: [new GraphQLError(error.message)] };
    throw error;
  }
};

/**
 * Returns the operation of that name, or else the only one: for a moment after a change of tabs, GraphiQL still sends the
 * name of the previous tab. Undefined if there is no readable operation: then the gateway reports the error.
 */
function operationIn(query: string, name: string | null | undefined): OperationDefinitionNode | undefined {
  try {
    const operations = parse(query).definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
    const named = operations.find((operation) => operation.name?.value === name);
    return named ?? (operations.length === 1 ? operations[0] : undefined);
  } catch {
    return undefined;
  }
}

async function ask(request: RequestParams, headers: Record<string, string>): Promise<Result> {
  const response = await fetch('../graphql', {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(request),
  });
  const result = (await response.json()) as Result;
  remember(result.data);
  return result;
}

async function* subscribe(request: RequestParams, headers: Record<string, string>): AsyncGenerator<Result> {
  const client = createClient({ url: '../graphql', headers, retryAttempts: 0 });
  for await (const result of client.iterate<Record<string, unknown>, Record<string, unknown>>(request)) {
    remember(result.data);
    yield result;
  }
}
