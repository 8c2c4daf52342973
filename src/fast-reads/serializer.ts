import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';

import type { Context } from '../graphql/context';
import { FieldInfo } from './field-info';
import { leaveToApollo } from './left-to-apollo';

/** JSON, at once unless a resolver has something to wait for. */
export type Json = string | Promise<string>;

/** Serializes a value. Throws, or rejects, if graphql-js would report an error or is not known not to. */
export type Serializer = (value: unknown, context: Context) => Json;

/** A field of an object type in one selection. */
interface SelectedField {
  readonly name: string;
  /** What stands before its value: a brace or comma, and its response key. */
  readonly prefix: string;
  /** Null for a field that is simply a property of its object. */
  readonly resolve: GraphQLFieldResolver<unknown, Context> | null;
  readonly info: FieldInfo;
  readonly serialize: Serializer;
}

const NO_ARGUMENTS = Object.freeze({});

/**
 * Makes serializers of selections for certain values of an operation's variables. The fields of a selection are collected
 * by graphql-js itself (merged, on conditions, through fragments), once; then the serializer only calls resolvers and
 * writes JSON. It does what graphql-js's `execute` does where that finds no error, and throws in all other cases.
 */
export class SerializerFactory {
  /** How many fields were selected so far: the memory that the serializers take. */
  fields = 0;

  /** @param variables the values as `getVariableValues` coerced them. */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>,
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {}

  /**
   * The serializer of values of `type`, of which the fields in all of `nodes` are selected.
   *
   * @throws for a type that is not known here, and for conditions without a value.
   */
  ofType(type: GraphQLOutputType, nodes: readonly FieldNode[]): Serializer {
    if (isNonNullType(type)) {
      const serialize = this.#ofNullable(type.ofType, nodes);
      return (value, context) => {
        if (value === null || value === undefined) return leaveToApollo();
        return serialize(value, context);
      };
    }
    const serialize = this.#ofNullable(type, nodes);
    return (value, context) => (value === null || value === undefined ? 'null' : serialize(value, context));
  }

  #ofNullable(type: GraphQLOutputType, nodes: readonly FieldNode[]): Serializer {
    if (isLeafType(type)) return leafSerializer(type);
    if (isListType(type)) return listSerializer(this.ofType(type.ofType, nodes));
    if (isObjectType(type) && !type.isTypeOf) return this.ofObject(type, nodes);
    return leaveToApollo();
  }

  /** The serializer of objects of `type`. Throws as `ofType` does. */
  ofObject(type: GraphQLObjectType, nodes: readonly FieldNode[]): Serializer {
    const collected = collectSubfields(this.schema, this.fragments, this.variables, type, nodes);
    const fields = [...collected].map(([key, selected], index) =>
      this.#field(type, `${index === 0 ? '{' : ','}"${key}":`, selected),
    );
    if (fields.length === 0) return () => '{}';
    return (value, context) => {
      if (typeof value !== 'object' || value === null || value instanceof Error) return leaveToApollo();
      return writeFields(fields, value, context, 0, '');
    };
  }

  #field(parent: GraphQLObjectType, prefix: string, nodes: readonly FieldNode[]): SelectedField {
    this.fields++;
    const name = nodes[0]?.name.value ?? '';
    const info = new FieldInfo(name);
    if (name === '__typename') {
      return { name, prefix, info, resolve: () => parent.name, serialize: () => `"${parent.name}"` };
    }
    const field: GraphQLField<unknown, Context> | undefined = parent.getFields()[name];
    if (!field || field.args.length > 0) return leaveToApollo();
    return { name, prefix, info, resolve: field.resolve ?? null, serialize: this.ofType(field.type, nodes) };
  }
}

function writeFields(
  fields: readonly SelectedField[],
  source: object,
  context: Context,
  from: number,
  before: string,
): Json {
  let json = before;
  for (let at = from; at < fields.length; at++) {
    const field = fields[at] as SelectedField;
    const { prefix, serialize } = field;
    const value = valueOf(field, source, context);
    const text = isPromise(value)
      ? value.then((resolved) => serialize(resolved, context))
      : serialize(value, context);
    json += prefix;
    if (typeof text !== 'string')
      return text.then((written) => writeFields(fields, source, context, at + 1, json + written));
    json += text;
  }
  return `${json}}`;
}

function valueOf({ name, resolve, info }: SelectedField, source: object, context: Context): unknown {
  if (resolve) return resolve(source, NO_ARGUMENTS, context, info);
  const value = (source as Readonly<Record<string, unknown>>)[name];
  if (typeof value === 'function') return leaveToApollo();
  return value;
}

const listSerializer =
  (serialize: Serializer): Serializer =>
  (value, context) => {
    if (!Array.isArray(value)) return leaveToApollo();
    return writeList(value, serialize, context, 0, '[');
  };

/** Writes the items of a list from the index `from` on, behind what is written already. */
export function writeList(
  items: readonly unknown[],
  serialize: Serializer,
  context: Context,
  from: number,
  before: string,
): Json {
  let json = before;
  for (let at = from; at < items.length; at++) {
    if (at > 0) json += ',';
    const text = serialize(items[at], context);
    if (typeof text !== 'string')
      return text.then((written) => writeList(items, serialize, context, at + 1, json + written));
    json += text;
  }
  return `${json}]`;
}

/** What JSON escapes: quotation marks, backslashes, control characters, and halves of surrogate pairs. */
// eslint-disable-next-line no-control-regex
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;
/** The longest text for which looking is quicker than `JSON.stringify`. */
const LONGEST_PLAIN = 64;

/** JSON of a text. */
const quoted = (text: string): string =>
  text.length > LONGEST_PLAIN || ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`;

function leafSerializer(type: GraphQLLeafType): Serializer {
  if (isEnumType(type)) {
    const names = new Map(type.getValues().map(({ name, value }) => [value as unknown, `"${name}"`]));
    return (value) => names.get(value) ?? leaveToApollo();
  }
  return (value) => {
    const serialized: unknown = type.serialize(value);
    if (typeof serialized === 'string') return quoted(serialized);
    if (typeof serialized === 'boolean') return serialized ? 'true' : 'false';
    return Number.isFinite(serialized) ? JSON.stringify(serialized) : leaveToApollo();
  };
}

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
