import {
  type DocumentNode,
  type FieldNode,
  type GraphQLError,
  type GraphQLNamedType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
  getNamedType,
  isObjectType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  isInterfaceType,
} from 'graphql';

import { type Fragments, fragmentsOf } from '../fragments';
import { FIELD_COSTS } from './field-costs';
import { type Limits, overLimit } from './limits';

/** The cost of an operation in points: the whole, and the part that falls on upstream and the ledger. */
export interface Cost {
  readonly requested: number;
  readonly upstream: number;
}

/** A root field: its cost for each entry, and its number of entries. */
interface RootField {
  readonly each: Cost;
  readonly items: Items;
}

/** A number of entries: known, or the length of the list in a variable (which may have a default). */
type Items = number | { readonly variable: string; readonly fallback: number };

/** The cost of an operation, prepared for any variables. */
export type OperationCost = readonly RootField[];

/** The fields for introspection. */
const META_FIELDS = [SchemaMetaFieldDef, TypeMetaFieldDef];

const FREE: Cost = { requested: 0, upstream: 0 };
/** Limits a cost to the largest exact integer. */
const saturated = (points: number): number => Math.min(points, Number.MAX_SAFE_INTEGER);

const plus = (one: Cost, other: Cost): Cost => ({
  requested: saturated(one.requested + other.requested),
  upstream: saturated(one.upstream + other.upstream),
});

const times = (cost: Cost, count: number): Cost => ({
  requested: saturated(cost.requested * count),
  upstream: saturated(cost.upstream * count),
});

/** The cost of `operation` with `variables`, before coercion. Takes time linear in the number of root fields. */
export function costOf(operation: OperationCost, variables?: Readonly<Record<string, unknown>> | null): Cost {
  const cost = operation.reduce(
    (sum, { each, items }) => plus(sum, times(each, countOf(items, variables ?? {}))),
    FREE,
  );
  return { requested: Math.ceil(cost.requested), upstream: Math.ceil(cost.upstream) };
}

/** Whether `operation` costs the same with any variables. */
export const isFixed = (operation: OperationCost): boolean =>
  operation.every(({ items }) => typeof items === 'number');

function countOf(items: Items, variables: Readonly<Record<string, unknown>>): number {
  if (typeof items === 'number') return items;
  const value = Object.hasOwn(variables, items.variable) ? variables[items.variable] : undefined;
  if (value === undefined) return items.fallback;
  // A single value stands for a list of one.
  return Array.isArray(value) ? value.length : 1;
}

/** The refusal of a cost over the limit. Null if it is within the limit. */
export const checkCost = ({ requested }: Cost, limits: Limits): GraphQLError | null =>
  requested > limits.cost ? overLimit('cost', limits.cost, requested) : null;

/**
 * Prepares the cost of `operation`, which is one of `document`. For an invalid document the result is arbitrary. Takes
 * time linear in the length of the document, since each fragment is computed once. Root fields are computed one by one,
 * so `checkDocument` must have limited their number.
 */
export function prepareCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): OperationCost {
  const type = schema.getRootType(operation.operation);
  return type ? new CostCalculator(schema, document, operation).rootFields(operation.selectionSet, type) : [];
}

class CostCalculator {
  readonly #fragments: Fragments;
  readonly #ofFragment = new Map<string, Cost>();
  /** The fragments of root fields that are being computed. Validation refuses those that spread themselves. */
  readonly #open = new Set<string>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
  ) {
    this.#fragments = fragmentsOf(document);
  }

  /** The root fields, including those in fragments. Their number is bounded. */
  rootFields({ selections }: SelectionSetNode, type: GraphQLNamedType): RootField[] {
    return selections.flatMap((selection) => {
      switch (selection.kind) {
        case Kind.FIELD:
          return { each: this.#field(selection, type), items: this.#items(selection, type) };
        case Kind.INLINE_FRAGMENT:
          return this.rootFields(selection.selectionSet, type);
        case Kind.FRAGMENT_SPREAD:
          return this.#rootFieldsOf(selection.name.value, type);
      }
    });
  }

  #rootFieldsOf(name: string, type: GraphQLNamedType): RootField[] {
    const fragment = this.#fragments.get(name);
    if (!fragment || this.#open.has(name)) return [];
    this.#open.add(name);
    const fields = this.rootFields(fragment.selectionSet, type);
    this.#open.delete(name);
    return fields;
  }

  /** The cost of a field and of the fields below it. */
  #field(field: FieldNode, parent: GraphQLNamedType): Cost {
    const name = field.name.value;
    const type = this.#typeOf(name, parent);
    if (!type) return { requested: 1, upstream: 0 };
    const { items, upstream = 0 } = FIELD_COSTS[`${parent.name}.${name}`] ?? {};
    const below = field.selectionSet ? this.#selections(field.selectionSet, type) : FREE;
    const listed = field.selectionSet
      ? times(below, items ?? 1)
      : { requested: (items ?? 1) - 1, upstream: 0 };
    return plus({ requested: 1 + upstream, upstream }, listed);
  }

  /**
   * The cost of a selection on an abstract type: the fields selected for all of its types, plus the most expensive of
   * the selections for a single type, since a value has one type.
   */
  #selections({ selections }: SelectionSetNode, parent: GraphQLNamedType): Cost {
    let forAll = FREE;
    const forOne = new Map<string, Cost>();
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        forAll = plus(forAll, this.#field(selection, parent));
        continue;
      }
      const { type, cost } =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? this.#fragment(selection.name.value)
          : this.#within(selection.selectionSet, selection.typeCondition?.name.value ?? parent.name);
      if (isObjectType(type)) forOne.set(type.name, plus(forOne.get(type.name) ?? FREE, cost));
      else forAll = plus(forAll, cost);
    }
    const largest = [...forOne.values()].reduce(larger, FREE);
    return plus(forAll, largest);
  }

  #within(selectionSet: SelectionSetNode, typeName: string): { type?: GraphQLNamedType; cost: Cost } {
    const type = this.schema.getType(typeName);
    return type ? { type, cost: this.#selections(selectionSet, type) } : { cost: FREE };
  }

  #fragment(name: string): { type?: GraphQLNamedType; cost: Cost } {
    const fragment = this.#fragments.get(name);
    if (!fragment) return { cost: FREE };
    const known = this.#ofFragment.get(name);
    const typeName = fragment.typeCondition.name.value;
    const type = this.schema.getType(typeName);
    if (known) return { ...(type && { type }), cost: known };
    this.#ofFragment.set(name, FREE);
    const result = this.#within(fragment.selectionSet, typeName);
    this.#ofFragment.set(name, result.cost);
    return result;
  }

  #typeOf(name: string, parent: GraphQLNamedType): GraphQLNamedType | undefined {
    if (!isObjectType(parent) && !isInterfaceType(parent)) return undefined;
    const field = parent.getFields()[name] ?? META_FIELDS.find((meta) => meta.name === name);
    return field && getNamedType(field.type);
  }

  #items(field: FieldNode, parent: GraphQLNamedType): Items {
    const { itemsOf } = FIELD_COSTS[`${parent.name}.${field.name.value}`] ?? {};
    const given = itemsOf === undefined ? null : field.arguments?.find(({ name }) => name.value === itemsOf);
    return given ? this.#length(given.value) : 1;
  }

  #length(value: ValueNode): Items {
    if (value.kind === Kind.LIST) return value.values.length;
    if (value.kind !== Kind.VARIABLE) return 1;
    const name = value.name.value;
    const declared = this.operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
    const fallback = declared?.defaultValue ? this.#length(declared.defaultValue) : 1;
    return { variable: name, fallback: typeof fallback === 'number' ? fallback : 1 };
  }
}

const larger = (one: Cost, other: Cost): Cost => ({
  requested: Math.max(one.requested, other.requested),
  upstream: Math.max(one.upstream, other.upstream),
});
