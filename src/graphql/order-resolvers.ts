import { GraphQLError } from 'graphql';

import type { Context } from './context';
import type { QueryResolvers } from './generated';
import { badUserInput } from './scalars';

/** The longest token or number of an order that is sent upstream. */
const LONGEST_KEY = 256;
/** Ten years. */
const MOST_DAYS = 3650;

export const orderQueries: QueryResolvers = {
  order: (_, { token, number }, { api, caller, signal, isOperator }) => {
    const given = oneOf('token', token, 'number', number);
    if (given.name === 'number') desksOnly(isOperator);
    if (given.value === '' || given.value.length > LONGEST_KEY) {
      throw badUserInput(`${given.name}: 1 to ${LONGEST_KEY} characters.`);
    }
    const key = given.name === 'token' ? { token: given.value } : { number: given.value };
    return api.order(key, caller, signal);
  },
  unredeemedOrders: (_, { daysFromPurchase, daysBeforeEvent }, { api, caller, signal, isOperator }) => {
    desksOnly(isOperator);
    const { name, value } = oneOf('daysFromPurchase', daysFromPurchase, 'daysBeforeEvent', daysBeforeEvent);
    if (value < 0 || value > MOST_DAYS) throw badUserInput(`${name}: 0 to ${MOST_DAYS} days.`);
    const wish = name === 'daysFromPurchase' ? { daysFromPurchase: value } : { daysBeforeEvent: value };
    return api.unredeemedOrders(wish, caller, signal);
  },
};

/** The one of two arguments that is given. Throws BAD_USER_INPUT for both and for none. */
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

/** Throws FORBIDDEN where somebody other than the operator asks what is for the desk alone. */
function desksOnly(isOperator: Context['isOperator']): void {
  if (isOperator) return;
  throw new GraphQLError("This is for the operator's desk alone.", { extensions: { code: 'FORBIDDEN' } });
}
