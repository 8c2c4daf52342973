import type { GraphQLError } from 'graphql';

import { badUserInput } from '../scalars';
import { placeOfCardNumber } from './card-numbers';
import { INPUT_TYPES, ROOT_ARGUMENTS, type Search } from './searched-inputs';

/** The most events that one `events` or `_entities` field returns. */
export const MOST_EVENTS = 50;

export const CARD_NUMBER_REFUSED =
  'A card number in the clear is not accepted: encrypt it under the payment certificate.';

/**
 * The reason why a root field is not resolved with `args`; null if it is. Everything that resolves root fields asks here:
 * the schema's resolvers and the fast path alike. (The shape of an event id is checked by its scalar.)
 */
export function checkArguments(
  fieldName: string,
  args: Readonly<Record<string, unknown>>,
): GraphQLError | null {
  const place = cardNumberIn(fieldName, args);
  if (place !== null) return badUserInput(`${place}: ${CARD_NUMBER_REFUSED}`);
  const listed = eventsIn(fieldName, args);
  return Array.isArray(listed) && listed.length > MOST_EVENTS
    ? badUserInput(`At most ${MOST_EVENTS} events at once.`)
    : null;
}

/** The argument that lists the events of a root field. */
function eventsIn(fieldName: string, args: Readonly<Record<string, unknown>>): unknown {
  switch (fieldName) {
    case 'events':
      return args['ids'];
    case '_entities':
      return args['representations'];
    default:
      return undefined;
  }
}

/**
 * The path of the first field of a root field's arguments that holds a card number in the clear, such as
 * `buyer.address.line1`, as `InputIssue.path` has it: without the `input` that it is in. Null if there is none. Which fields
 * are searched is in `searched-inputs.ts`.
 */
export function cardNumberIn(fieldName: string, args: Readonly<Record<string, unknown>>): string | null {
  const keys = placeIn(args, searchesOf(ROOT_ARGUMENTS, fieldName));
  return keys && keys.slice(keys[0] === 'input' ? 1 : 0).join('.');
}

type Searches = Readonly<Record<string, Search>>;

/** How the fields of `name` are searched. All of a field that the table lacks is text. */
const searchesOf = (table: Readonly<Record<string, Searches>>, name: string): Searches =>
  Object.hasOwn(table, name) ? (table[name] ?? {}) : {};

/** The keys that lead to a card number within a value of an input type. The types bound the depth. */
function placeIn(value: unknown, searches: Searches): readonly string[] | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, entry] of Object.entries(value)) {
    const search = Array.isArray(value) ? null : searches[key];
    const found = search === null ? placeIn(entry, searches) : placeInField(entry, search ?? 'text');
    if (found) return [key, ...found];
  }
  return null;
}

function placeInField(value: unknown, search: Search): readonly string[] | null {
  switch (search) {
    case 'id':
    case 'none':
      return null;
    case 'text':
      return placeOfCardNumber(value);
    default:
      return placeIn(value, searchesOf(INPUT_TYPES, search));
  }
}
