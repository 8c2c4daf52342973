import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNullableType,
  isListType,
  isObjectType,
  isUnionType,
} from 'graphql';

import type { Context } from '../graphql/context';
import { eventIdIn } from '../graphql/federation';
import { checkArguments } from '../graphql/guards/arguments';
import { utf8Of } from '../utf8';
import { type Values, argumentCoercer } from './coercion';
import type { EventJsonCache } from './event-json-cache';
import { FieldInfo } from './field-info';
import { leaveToApollo } from './left-to-apollo';
import { type Json, type Serializer, type SerializerFactory, writeList } from './serializer';

/** A field at the top of a read. What it writes is UTF-8 with one character a byte. */
export interface RootField {
  /** Its arguments, coerced. Throws where graphql-js or a guard refuses them. */
  readonly argumentsOf: (variables: Values) => Values;
  /** The ids of the events that it shows. They are loaded before it is written. */
  readonly idsOf: (args: Values) => readonly unknown[];
  /** Writes its value. Throws or rejects as a `Serializer` does. */
  readonly write: (args: Values, context: Context) => Json;
}

/** The field `nodes` of the type `query`, prepared. Throws as `SerializerFactory.ofType` does. */
export function rootField(
  query: GraphQLObjectType,
  nodes: readonly FieldNode[],
  factory: SerializerFactory,
  cache: EventJsonCache,
): RootField {
  const [node] = nodes;
  const name = node?.name.value;
  if (name === '__typename') return { argumentsOf: () => ({}), idsOf: none, write: () => `"${query.name}"` };
  const field: GraphQLField<unknown, unknown> | undefined =
    name === undefined ? undefined : query.getFields()[name];
  if (!field || !node) return leaveToApollo();
  const coerce = argumentCoercer(field, node);
  const argumentsOf = (variables: Values): Values => {
    const args = coerce(variables);
    const refusal = checkArguments(field.name, args);
    if (refusal) throw refusal;
    return args;
  };
  switch (field.name) {
    case 'event':
    case 'events':
    case '_entities':
      return { argumentsOf, ...eventField(field, nodes, factory, cache) };
    default:
      return { argumentsOf, idsOf: none, write: resolvedField(field, factory.ofType(field.type, nodes)) };
  }
}

const none = (): readonly unknown[] => [];

/** `event`, `events` and `_entities`, whose resolvers load events by their ids and do nothing else. */
function eventField(
  { name, type }: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  factory: SerializerFactory,
  cache: EventJsonCache,
): Pick<RootField, 'idsOf' | 'write'> {
  const selection = cache.selection(factory.ofObject(eventTypeIn(type), nodes));
  const writeEvent: Serializer = (id, context) => {
    const event = typeof id === 'string' ? context.events.peek(id) : undefined;
    if (event === undefined) return leaveToApollo();
    return event === null ? 'null' : cache.json(selection, event, context);
  };
  if (name === 'event') {
    return { idsOf: ({ id }) => [id], write: ({ id }, context) => writeEvent(id, context) };
  }
  const idsOf = ({ ids, representations }: Values): readonly unknown[] => {
    if (Array.isArray(representations)) return representations.map(eventIdIn);
    return Array.isArray(ids) ? ids : leaveToApollo();
  };
  return { idsOf, write: (args, context) => writeList(idsOf(args), writeEvent, context, 0, '[') };
}

/** The object type of a field that returns one event or a list of them, each of which may be null. */
function eventTypeIn(type: GraphQLOutputType): GraphQLObjectType {
  const nullable = getNullableType(type);
  if (nullable !== type && !isListType(nullable)) return leaveToApollo();
  const item: GraphQLOutputType = isListType(nullable) ? nullable.ofType : nullable;
  // Entities are a union, of which events are the only member.
  const [event = item, ...others] = isUnionType(item) ? item.getTypes() : [];
  return isObjectType(event) && others.length === 0 ? event : leaveToApollo();
}

/** A field with a resolver that returns its value at once. */
function resolvedField(
  { name, resolve }: GraphQLField<unknown, unknown>,
  serialize: Serializer,
): RootField['write'] {
  const info = new FieldInfo(name);
  return (args, context) => {
    const value = resolve?.(undefined, args, context, info);
    const json =
      value instanceof Promise
        ? value.then((resolved) => serialize(resolved, context))
        : serialize(value, context);
    return typeof json === 'string' ? utf8Of(json) : json.then(utf8Of);
  };
}
