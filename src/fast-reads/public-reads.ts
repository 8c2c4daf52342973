import {
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
  getNamedType,
  isObjectType,
} from 'graphql';

import { type Fragments, fragmentsOf } from '../graphql/fragments';
import { freshnessOf } from './field-freshness';

/** An operation with more fields than this, every fragment written out, takes too much memory to prepare. */
const MOST_FIELDS = 2000;

/** The directives that `collectFields` of graphql-js knows. */
const CONDITIONS = new Set(['include', 'skip']);

/**
 * Whether an operation, which is valid by `schema`, is a query for public data alone: each of its fields is declared in
 * `FIELD_FRESHNESS`, and none is live. Fields that the request's variables leave out count as well.
 */
export function isPublicRead(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): boolean {
  const query = schema.getQueryType();
  if (operation.operation !== OperationTypeNode.QUERY || !query) return false;
  const count = new PublicFields(schema, fragmentsOf(document)).count(operation.selectionSet, query);
  return count <= MOST_FIELDS;
}

/** Counts fields with every fragment written out, in time linear in the document; infinitely many if one is not public. */
class PublicFields {
  readonly #counted = new Map<string, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: Fragments,
  ) {}

  count({ selections }: SelectionSetNode, type: GraphQLNamedType): number {
    return selections.reduce((sum, selection) => sum + this.#selection(selection, type), 0);
  }

  #selection(selection: SelectionNode, type: GraphQLNamedType): number {
    if (selection.directives?.some(({ name }) => !CONDITIONS.has(name.value))) return Infinity;
    switch (selection.kind) {
      case Kind.FIELD: {
        const freshness = freshnessOf(type.name, selection.name.value);
        if (freshness === undefined || freshness === 'live') return Infinity;
        if (!selection.selectionSet) return 1;
        const field = isObjectType(type) ? type.getFields()[selection.name.value] : undefined;
        return field ? 1 + this.count(selection.selectionSet, getNamedType(field.type)) : Infinity;
      }
      case Kind.INLINE_FRAGMENT:
        return this.#within(selection.selectionSet, selection.typeCondition?.name.value ?? type.name);
      case Kind.FRAGMENT_SPREAD:
        return this.#fragment(selection.name.value);
    }
  }

  #fragment(name: string): number {
    const known = this.#counted.get(name);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    if (!fragment) return Infinity;
    const count = this.#within(fragment.selectionSet, fragment.typeCondition.name.value);
    this.#counted.set(name, count);
    return count;
  }

  #within(selectionSet: SelectionSetNode, typeName: string): number {
    const type = this.schema.getType(typeName);
    return type ? this.count(selectionSet, type) : Infinity;
  }
}
