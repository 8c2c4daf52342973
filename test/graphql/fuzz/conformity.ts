import {
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

import { complaintsAbout } from '../full-selection';

/** What of `data` is not as `document` asked by `schema`: one line for each place. */
export function complaintsAboutAnswer(
  schema: GraphQLSchema,
  document: DocumentNode,
  data: unknown,
): string[] {
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const root = schema.getRootType(definition.operation);
    if (root) return new Reader(schema, document).object(data, root, [definition.selectionSet], 'data');
  }
  return ['There is no operation.'];
}

class Reader {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
  ) {}

  /** An object has exactly the fields that are selected, in their order. */
  object(value: unknown, type: GraphQLObjectType, selected: SelectionSetNode[], path: string): string[] {
    if (typeof value !== 'object' || value === null) return [`${path} is no object`];
    const fields = this.#collect(type, selected);
    const names = Object.keys(value);
    const wanted = [...fields.keys()];
    if (names.join() !== wanted.join()) return [`${path} has ${names.join()} instead of ${wanted.join()}`];
    const entries = Object.entries(value) as [string, unknown][];
    return entries.flatMap(([name, below]) =>
      this.#field(below, type, fields.get(name) ?? [], `${path}.${name}`),
    );
  }

  #field(value: unknown, parent: GraphQLObjectType, nodes: FieldNode[], path: string): string[] {
    const name = nodes[0]?.name.value ?? '';
    if (name === '__typename') return value === parent.name ? [] : [`${path} is not ${parent.name}`];
    const field = parent.getFields()[name];
    if (!field) return [`${path} is unheard of`];
    const below = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return this.#value(value, field.type, below, path);
  }

  #value(value: unknown, type: GraphQLOutputType, below: SelectionSetNode[], path: string): string[] {
    const named = getNamedType(type);
    // An app's own address is no http one.
    if (path.endsWith('appUrl')) return [];
    if (!isCompositeType(named)) return complaintsAbout(value, type, path);
    if (isNonNullType(type)) {
      return value === null ? [`${path} is null`] : this.#value(value, type.ofType, below, path);
    }
    if (value === null) return [];
    if (isListType(type)) {
      if (!Array.isArray(value)) return [`${path} is no list`];
      return value.flatMap((entry, index) => this.#value(entry, type.ofType, below, `${path}[${index}]`));
    }
    const typeName = isAbstractType(named) ? (value as { __typename?: unknown }).__typename : named.name;
    const actual = this.schema.getType(String(typeName));
    if (!isObjectType(actual)) return [`${path} is of no type: ${String(typeName)}`];
    if (isAbstractType(named) && !this.schema.isSubType(named, actual))
      return [`${path} is no ${named.name}`];
    return this.object(value, actual, below, path);
  }

  /** The fields that are selected on `type`, by the names that they have in the answer. */
  #collect(type: GraphQLObjectType, sets: SelectionSetNode[], into = new Map<string, FieldNode[]>()) {
    for (const selection of sets.flatMap(({ selections }) => selections)) {
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        into.set(name, [...(into.get(name) ?? []), selection]);
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#fragment(selection.name.value);
      if (fragment?.typeCondition?.name.value === type.name)
        this.#collect(type, [fragment.selectionSet], into);
    }
    return into;
  }

  #fragment(name: string) {
    const found = this.document.definitions.find(
      (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
    );
    return found?.kind === Kind.FRAGMENT_DEFINITION ? found : undefined;
  }
}
