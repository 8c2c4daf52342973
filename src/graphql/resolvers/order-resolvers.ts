import { GraphQLError } from 'graphql';

import { sourceAccountIdIn } from '../../carts/lost-purchase/reference';
import type { Context } from '../context';
import type { QueryResolvers } from '../generated';
import { badUserInput } from '../scalars';

/** The longest token or number of an order that is sent upstream. */
const LONGEST_KEY = 256;
/** Ten years. */
const MOST_DAYS = 3650;

export const orderQueries = {
  order: (_, { token, number }, { partnerReads, caller, signal, isOperator }) => {
    const given = oneOf('token', token, 'number', number);
    if (given.name === 'number') requireOperator(isOperator);
    if (given.value === '' || given.value.length > LONGEST_KEY) {
      throw badUserInput(`${given.name}: 1 to ${LONGEST_KEY} characters.`);
    }
    const key = given.name === 'token' ? { token: given.value } : { number: given.value };
    return partnerReads.order(key, caller, { signal });
  },
  unredeemedOrders: async (
    _,
    { daysFromPurchase, daysBeforeEvent },
    { partnerReads, caller, signal, isOperator },
  ) => {
    requireOperator(isOperator);
    const { name, value } = oneOf('daysFromPurchase', daysFromPurchase, 'daysBeforeEvent', daysBeforeEvent);
    if (value < 0 || value > MOST_DAYS) throw badUserInput(`${name}: 0 to ${MOST_DAYS} days.`);
    const filter = name === 'daysFromPurchase' ? { daysFromPurchase: value } : { daysBeforeEvent: value };
    const orders = await partnerReads.unredeemedOrders(filter, caller, { signal });
    return orders.map(({ sourceAccountId: reference, ...order }) => ({
      ...order,
      reference,
      sourceAccountId: reference === null ? null : sourceAccountIdIn(reference),
    }));
  },
} satisfies QueryResolvers;

/** Returns the one of two arguments that is given. Throws BAD_USER_INPUT for both and for none. */
function oneOf<First extends string, Second extends string, Value>(
  first: First,
  one: Value | null | undefined,
  second: Second,
  other: Value | null | undefined,
): { name: First | Second; value: Value } {
  const isOne = one !== null && one !== undefined;
  const isOther = other !== null && other !== undefined;
  if (isOne && !isOther) return { name: first, value: one };
  if (isOther && !isOne) return { name: second, value: other };
  throw badUserInput(`Give exactly one of ${first} and ${second}.`);
}

/** Throws FORBIDDEN unless the caller is the operator. */
function requireOperator(isOperator: Context['isOperator']): void {
  if (isOperator) return;
  throw new GraphQLError('Only the operator may call this.', { extensions: { code: 'FORBIDDEN' } });
}
