import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';

import type { Context } from './context';

/** An error, formatted or not. */
interface Placed {
  readonly message: string;
  readonly path?: GraphQLFormattedError['path'] | undefined;
  readonly locations?: GraphQLFormattedError['locations'] | undefined;
}

/**
 * Sorts the errors of a response by the place of their fields in its data. graphql-js lists them as they happened, which
 * depends on which upstream read fails first and on what is cached. Errors without a path come first, in their own order.
 */
export function inResponseOrder<Failure extends Placed>(
  errors: readonly Failure[],
  data: unknown,
): readonly Failure[] {
  if (errors.length < 2) return errors;
  return errors
    .map((error) => ({ error, place: placeOf(error, data) }))
    .sort((one, other) => compare(one.place, other.place))
    .map(({ error }) => error);
}

/** An Apollo Server plugin: sorts the errors of each response. */
export const sortErrors: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body } }) {
        if (body.kind !== 'single' || !body.singleResult.errors) return;
        const { errors, data } = body.singleResult;
        body.singleResult.errors = inResponseOrder(errors, data);
      },
    };
  },
};

/**
 * The place of an error's field: for each step of its path, the index in the list or among the keys of the object. Below a
 * field that became null the response has no keys: there the place in the document decides, then the indices in lists.
 */
function placeOf({ path = [], locations = [] }: Placed, data: unknown): readonly number[] {
  const place: number[] = [];
  let value = data;
  for (const [depth, step] of path.entries()) {
    if (typeof value !== 'object' || value === null) {
      const indices = path.slice(depth).filter((key) => typeof key === 'number');
      return [...place, ...locations.slice(0, 1).flatMap(({ line, column }) => [line, column]), ...indices];
    }
    place.push(typeof step === 'number' ? step : Object.keys(value).indexOf(step));
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return place;
}

/** Compares two places by their first different step. A place before all that is within it. */
function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((step, index) => step !== other[index]);
  return at < 0 ? one.length - other.length : (one[at] ?? 0) - (other[at] ?? -1);
}
