import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields } from 'graphql/execution/collectFields.js';

import type { Context } from '../graphql/context';
import type { Utf8 } from '../utf8';
import type { Values } from './coercion';
import type { EventJsonCache } from './event-json-cache';
import { leaveToApollo } from './left-to-apollo';
import { type RootField, rootField } from './root-fields';
import { type Json, SerializerFactory } from './serializer';

/** A root field of one request, with its response key and arguments. */
interface Call {
  readonly key: string;
  readonly field: RootField;
  readonly args: Values;
}

/** An operation that reads public data, prepared for certain values of the variables in its conditions. */
export class PreparedRead {
  readonly #roots: readonly (readonly [key: string, field: RootField])[];
  /** How many fields it selects: the memory that it takes. */
  readonly fields: number;

  /**
   * @param variables the values as `getVariableValues` coerced them.
   * @throws if it cannot be prepared.
   */
  constructor(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Values,
    cache: EventJsonCache,
  ) {
    const query = schema.getQueryType();
    if (!query) leaveToApollo();
    const fragments = fragmentsByName(document);
    const factory = new SerializerFactory(schema, fragments, variables);
    const collected = collectFields(schema, fragments, variables, query, operation.selectionSet);
    this.#roots = [...collected].map(([key, nodes]) => [key, rootField(query, nodes, factory, cache)]);
    this.fields = factory.fields + this.#roots.length;
  }

  /**
   * The reply to a request with these variables, as Apollo Server would send it; at once if every event is cached.
   *
   * @throws (also by way of the promise) whatever makes Apollo Server answer it.
   */
  reply(variables: Values, context: Context): Utf8 | Promise<Utf8> {
    const calls: Call[] = [];
    const ids: string[] = [];
    for (const [key, field] of this.#roots) {
      const args = field.argumentsOf(variables);
      calls.push({ key, field, args });
      for (const id of field.idsOf(args)) ids.push(typeof id === 'string' ? id : leaveToApollo());
    }
    const loading = context.events.loadAll(ids);
    return loading ? loading.then(() => replyTo(calls, context)) : replyTo(calls, context);
  }
}

function replyTo(calls: readonly Call[], context: Context): Utf8 | Promise<Utf8> {
  const written = write(calls, context);
  return typeof written === 'string' ? replyOf(written) : written.then(replyOf);
}

// Names are ASCII, and all values are UTF-8 already.
const replyOf = (data: string): Utf8 => `{"data":{${data}}}\n` as Utf8;

/** Writes the fields from the index `from` on, behind what is written already. */
function write(calls: readonly Call[], context: Context, from = 0, before = ''): Json {
  let json = before;
  for (let at = from; at < calls.length; at++) {
    const { key, field, args } = calls[at] as Call;
    json += `${at === 0 ? '' : ','}"${key}":`;
    const text = field.write(args, context);
    if (typeof text !== 'string') return text.then((value) => write(calls, context, at + 1, json + value));
    json += text;
  }
  return json;
}

const fragmentsByName = ({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> => {
  const byName = Object.create(null) as Record<string, FragmentDefinitionNode>;
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) byName[definition.name.value] = definition;
  }
  return byName;
};
