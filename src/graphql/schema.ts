import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';

import { appendixQueries } from './appendix-resolvers';
import { refuseCardNumbers } from './card-guard';
import {
  cartMutations,
  cartQueries,
  cartResolvers,
  cartSubscriptions,
  pendingResolvers,
} from './cart-resolvers';
import {
  checkoutMutations,
  checkoutQueries,
  checkoutResolvers,
  receiptResolvers,
} from './checkout-resolvers';
import { countryValues, stateValues } from './enum-values';
import { eventQueries, eventResolvers } from './event-resolvers';
import { failureResolvers } from './failure-resolvers';
import type { Resolvers } from './generated';
import { inSlices } from './limits/slices';
import { eventListingResolvers, lookUpQueries } from './lookup-resolvers';
import { orderQueries } from './order-resolvers';
import { Decimal, EventID } from './scalars';
import { refuseThrottled } from './throttle-guard';

/** The public contract lies beside the sources and beside the build alike. */
const SCHEMA_DIR = join(__dirname, '..', '..', 'schema');

const resolvers: Resolvers = {
  Query: {
    ...eventQueries,
    ...lookUpQueries,
    ...cartQueries,
    ...checkoutQueries,
    ...orderQueries,
    ...appendixQueries,
  },
  Mutation: { ...cartMutations, ...checkoutMutations },
  Subscription: cartSubscriptions,
  Event: eventResolvers,
  EventListing: eventListingResolvers,
  Cart: { ...cartResolvers, ...checkoutResolvers },
  PurchaseReceipt: receiptResolvers,
  Pending: pendingResolvers,
  ...failureResolvers,
  State: stateValues,
  Country: countryValues,
  EventID,
  Decimal,
};

/** The SDL of `schema/`, whole. */
export const readTypeDefs = (): string =>
  readdirSync(SCHEMA_DIR)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => readFileSync(join(SCHEMA_DIR, name), 'utf8'))
    .join('\n');

/** The executable schema. Throws where a resolver has no field to resolve. */
export const buildSchema = (): GraphQLSchema =>
  inSlices(
    refuseThrottled(
      refuseCardNumbers(
        makeExecutableSchema({
          typeDefs: readTypeDefs(),
          resolvers,
          resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
        }),
      ),
    ),
  );
