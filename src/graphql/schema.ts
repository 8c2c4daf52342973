import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';

import { appendixQueries } from './resolvers/appendix-resolvers';
import { guardArguments } from './guards/argument-guard';
import {
  cartMutations,
  cartQueries,
  captchaResolvers,
  cartItemResolvers,
  cartResolvers,
  cartSubscriptions,
  pendingResolvers,
} from './resolvers/cart-resolvers';
import {
  checkoutMutations,
  checkoutQueries,
  checkoutResolvers,
  receiptResolvers,
} from './resolvers/checkout-resolvers';
import { countryValues, stateValues } from './enum-values';
import { eventQueries, eventResolvers } from './resolvers/event-resolvers';
import { failureResolvers } from './resolvers/failure-resolvers';
import { subgraphOf } from './federation';
import type { MutationResolvers, QueryResolvers, Resolvers } from './generated';
import { executeInSlices } from './scheduler';
import { eventListingResolvers, lookUpQueries } from './resolvers/lookup-resolvers';
import { orderQueries } from './resolvers/order-resolvers';
import { Decimal, EventID } from './scalars';
import { refuseThrottled } from './guards/throttle-guard';

/** The public contract lies beside the sources and beside the build alike. */
const SCHEMA_DIR = join(__dirname, '..', '..', 'schema');

const resolvers: Omit<Resolvers, 'EventID' | 'Decimal'> = {
  Query: {
    ...eventQueries,
    ...lookUpQueries,
    ...cartQueries,
    ...checkoutQueries,
    ...orderQueries,
    ...appendixQueries,
  } satisfies Required<QueryResolvers>,
  Mutation: { ...cartMutations, ...checkoutMutations } satisfies Required<MutationResolvers>,
  Subscription: cartSubscriptions,
  Event: eventResolvers,
  EventListing: eventListingResolvers,
  Captcha: captchaResolvers,
  Cart: { ...cartResolvers, ...checkoutResolvers },
  CartItem: cartItemResolvers,
  PurchaseReceipt: receiptResolvers,
  Pending: pendingResolvers,
  ...failureResolvers,
  State: stateValues,
  Country: countryValues,
};

/** The SDL of `schema/`, whole. */
export const readTypeDefs = (): string =>
  readdirSync(SCHEMA_DIR)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => readFileSync(join(SCHEMA_DIR, name), 'utf8'))
    .join('\n');

/**
 * The executable schema. Throws where a resolver has no field to resolve.
 *
 * @param subgraph makes it a subgraph of a federation; `showsSdl`: whether it shows itself to composition.
 */
export function buildSchema(subgraph: { readonly showsSdl: boolean } | null = null): GraphQLSchema {
  const typeDefs = readTypeDefs();
  const own = { typeDefs, resolvers: { ...resolvers, EventID, Decimal } };
  const parts = subgraph ? [own, subgraphOf(typeDefs, subgraph)] : [own];
  const schema = makeExecutableSchema({
    typeDefs: parts.map((part) => part.typeDefs),
    resolvers: parts.map((part) => part.resolvers),
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
  });
  return executeInSlices(refuseThrottled(guardArguments(schema)));
}
