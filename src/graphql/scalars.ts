import { GraphQLError, type GraphQLScalarType, Kind, type ValueNode } from 'graphql';

/** An input that is not what it has to be. The code is Apollo's own for it. */
export const badUserInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/**
 * How a scalar is read and written. It is not a whole `GraphQLScalarType`: the description of that one, or its lack,
 * would replace the description in the SDL.
 */
type ScalarResolver = Pick<GraphQLScalarType<string, string>, 'serialize' | 'parseValue' | 'parseLiteral'>;

/** A scalar of text. What a client sends must match `pattern`, or is refused as BAD_USER_INPUT with `complaint`. */
function textScalar(name: string, pattern: RegExp, complaint: string): ScalarResolver {
  const parse = (value: unknown): string => {
    if (typeof value !== 'string' || !pattern.test(value)) throw badUserInput(`${name}: ${complaint}`);
    return value;
  };
  return {
    serialize: String,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : undefined),
  };
}

/** "15 or 16 characters", letters and digits: an id of another shape never reaches an address. */
const EVENT_ID = /^[0-9A-Za-z]{15,16}$/;

export const EventID = textScalar('EventID', EVENT_ID, 'an event id is 15 or 16 letters and digits.');

export const Decimal = textScalar(
  'Decimal',
  /^\d{1,12}(\.\d{1,4})?$/,
  'an amount is decimal text such as "57.39".',
);
