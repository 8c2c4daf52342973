import { type GraphQLFieldResolver, type GraphQLSchema, defaultFieldResolver, getNamedType } from 'graphql';

import { invalidInput } from '../../carts/failures';
import { CARD_NUMBER_REFUSED, cardNumberIn, checkArguments } from './arguments';

/**
 * Puts `checkArguments` before every root field. Fields that return a `PollingResult` return `InvalidInput` for a card
 * number in the clear (law 7); everything else is an error.
 */
export function guardArguments(schema: GraphQLSchema): GraphQLSchema {
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
    if (isTyped) {
      const path = cardNumberIn(info.fieldName, args);
      if (path !== null)
        return invalidInput([{ path, message: CARD_NUMBER_REFUSED, code: 'PLAIN_CARD_DATA' }]);
    } else {
      const refusal = checkArguments(info.fieldName, args);
      if (refusal) throw refusal;
    }
    return resolve(parent, args, context, info);
  };
