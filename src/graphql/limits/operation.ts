import { type DocumentNode, GraphQLError, type GraphQLSchema, getOperationAST } from 'graphql';

import { checkConditions } from '../guards/conditions';
import { checkCost, costOf, prepareCost } from './cost';
import type { Limits } from './limits';
import { checkVariables } from './list-sizes';
import { checkDocument } from './structure';
import { parseWithin } from './tokens';

/** What a client asks, as it came. */
export interface Asked {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Record<string, unknown> | null | undefined;
}

/** An operation that is within the limits, as graphql-js executes it. */
export interface Operation {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variableValues?: Record<string, unknown> | null | undefined;
}

/**
 * What is asked, parsed and within the limits, but yet to be validated; or the error that it is refused with. Where
 * Apollo Server is not in charge, this does what `limitsPlugin` does there.
 */
export function limitedOperation(
  schema: GraphQLSchema,
  asked: Asked,
  limits: Limits,
): Operation | GraphQLError {
  const { query, operationName, variables } = asked;
  try {
    const document = parseWithin(query, limits);
    const operation = getOperationAST(document, operationName);
    const refusal =
      checkDocument(document, limits) ??
      checkVariables(variables, limits) ??
      (operation && checkConditions(document, operation, variables)) ??
      (operation && checkCost(costOf(prepareCost(schema, document, operation), variables), limits));
    return refusal ?? { document, operationName, variableValues: variables };
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}
