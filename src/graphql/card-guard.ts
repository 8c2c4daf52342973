import { type GraphQLFieldResolver, type GraphQLSchema, defaultFieldResolver, getNamedType } from 'graphql';

import { invalidInput } from '../carts/failures';
import { holdsCardNumber } from './card-numbers';
import { badUserInput } from './scalars';

const COMPLAINT = 'A card number in the clear is not accepted: encrypt it under the payment certificate.';

/**
 * Law 7: a card number in the clear, in any string of any input, is refused at the door. Puts that check before every
 * root field: those that answer with a `PollingResult` answer with `InvalidInput`, the others with an error.
 */
export function refuseCardNumbers(schema: GraphQLSchema): GraphQLSchema {
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      const isTyped = getNamedType(field.type).name === 'PollingResult';
      if (field.subscribe) field.subscribe = guarded(field.subscribe, false);
      else field.resolve = guarded(field.resolve ?? defaultFieldResolver, isTyped);
    }
  }
  return schema;
}

const guarded =
  (
    resolve: GraphQLFieldResolver<unknown, unknown>,
    isTyped: boolean,
  ): GraphQLFieldResolver<unknown, unknown> =>
  (parent, args: Record<string, unknown>, context, info) => {
    if (!holdsCardNumber(searched(info.fieldName, args))) return resolve(parent, args, context, info);
    if (!isTyped) throw badUserInput(COMPLAINT);
    return invalidInput([{ path: '', message: COMPLAINT, code: 'PLAIN_CARD_DATA' }]);
  };

/** Order tokens are upstream's, long and random: one in some hundreds holds by chance what looks like a card number. */
const searched = (fieldName: string, args: Record<string, unknown>): Record<string, unknown> =>
  fieldName === 'order' ? { ...args, token: null } : args;
