import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import {
  type DocumentNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type ValidationRule,
} from 'graphql';

import { checkConditions } from '../guards/conditions';
import { type Cost, type OperationCost, checkCost, costOf, prepareCost } from './cost';
import { type Limits, overLimit } from './limits';
import { checkVariables } from './list-sizes';
import { checkDocument } from './structure';
import { isOverTokens } from './tokens';

/** Requests `extensions.cost` in the response, if it is `true`. */
export const COST_HEADER = 'x-graphql-cost';

/** An empty document that replaces one over a limit, so that there is nothing to validate. */
interface StandIn extends DocumentNode {
  readonly refusal?: GraphQLError;
}

/**
 * Refuses requests over the limits, each as early as Apollo Server allows. Documents must be refused between parsing and
 * validation, for which Apollo Server has no hook. So an empty document takes their place, and `refuseStandIns` reports
 * the refusal as its only validation error. Documents in Apollo's document store were checked before.
 */
export function limitsPlugin<Context extends object>(limits: Limits): ApolloServerPlugin<Context> {
  const costs = new WeakMap<OperationDefinitionNode, OperationCost>();
  const costOfRequest = (request: GraphQLRequestContext<Context>): Cost | null => {
    const { document, operation, schema } = request;
    if (!document || !operation) return null;
    const known = costs.get(operation) ?? prepareCost(schema, document, operation);
    costs.set(operation, known);
    return costOf(known, request.request.variables);
  };
  return {
    requestDidStart: async () => ({
      parsingDidStart: async (request) => async (error) => {
        if (isOverTokens(error)) become(error, overLimit('tokens', limits.tokens));
        const refusal = request.document ? checkDocument(request.document, limits) : null;
        if (refusal) Object.assign(request, { document: standInFor(refusal) });
      },
      didResolveOperation: async (request) => {
        const cost = costOfRequest(request);
        const refusal =
          checkVariables(request.request.variables, limits) ?? (cost && checkCost(cost, limits));
        if (refusal) throw badRequest(refusal);
        const { document, operation } = request;
        const objection =
          document && operation && checkConditions(document, operation, request.request.variables);
        if (objection) throw badRequest(objection);
      },
      willSendResponse: async (request) => {
        const { http, body } = request.response;
        if (request.request.http?.headers.get(COST_HEADER) !== 'true' || body.kind !== 'single') return;
        const cost = costOfRequest(request);
        if (!cost || http.status === 400) return;
        body.singleResult.extensions = {
          ...body.singleResult.extensions,
          cost: { ...cost, most: limits.cost },
        };
      },
    }),
  };
}

/** The other half of `limitsPlugin`: reports the refusal of a replaced document. */
export const refuseStandIns: ValidationRule = (context) => {
  const { refusal }: StandIn = context.getDocument();
  if (refusal) context.reportError(refusal);
  return {};
};

const standInFor = (refusal: GraphQLError): StandIn => ({ kind: Kind.DOCUMENT, definitions: [], refusal });

/** Turns Apollo Server's own error into the refusal. Apollo identifies the error by the object, so it is changed in place. */
function become(error: unknown, refusal: GraphQLError): void {
  if (error instanceof GraphQLError) {
    error.message = refusal.message;
    Object.assign(error.extensions, refusal.extensions);
  }
}

const badRequest = (error: GraphQLError): GraphQLError =>
  new GraphQLError(error.message, { extensions: { ...error.extensions, http: { status: 400 } } });
