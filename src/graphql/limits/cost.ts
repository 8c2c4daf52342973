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

/** What an operation costs, in points: all of it, and the part of it that upstream and the ledger have to bear. */
export interface Cost {
  readonly requested: number;
  readonly upstream: number;
}

/** A root field: what it costs for each entry, and how many entries it has. */
interface RootField {
  readonly each: Cost;
  readonly items: Items;
}

/** A number of entries: known, or as long as the list in a variable (which may have a default). */
type Items = number | { readonly variable: string; readonly fallback: number };

/** What is to be known of an operation to tell its cost for any variables. */
export type OperationCost = readonly RootField[];

/** How clients ask for the schema itself. */
const META_FIELDS = [SchemaMetaFieldDef, TypeMetaFieldDef];

const FREE: Cost = { requested: 0, upstream: 0 };
/** A cost without end is as large as a number can be told exactly. */
const saturated = (points: number): number => Math.min(points, Number.MAX_SAFE_INTEGER);

const plus = (one: Cost, other: Cost): Cost => ({
  requested: saturated(one.requested + other.requested),
  upstream: saturated(one.upstream + other.upstream),
});

const times = (cost: Cost, count: number): Cost => ({
  requested: saturated(cost.requested * count),
  upstream: saturated(cost.upstream * count),
});

/** What `operation` costs with `variables`, as they came. It takes as long as the operation has root fields. */
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
  const value = variables[items.variable];
  if (value === undefined) return items.fallback;
  // A single value stands for a list of one.
  return Array.isArray(value) ? value.length : 1;
}

/** The refusal of a cost over the limit; null where it is not. */
export const checkCost = ({ requested }: Cost, limits: Limits): GraphQLError | null =>
  requested > limits.cost ? overLimit('cost', limits.cost, requested) : null;

/**
 * Prepares the cost of `operation`, which is one of `document`. Of what is not valid it says anything. It takes time
 * linear in the length of the document, since each fragment is reckoned once; only root fields are told apart, and so
 * `checkDocument` has to have bounded their number.
 */
export function prepareCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): OperationCost {
  const type = schema.getRootType(operation.operation);
  return type ? new Reckoner(schema, document, operation).rootFields(operation.selectionSet, type) : [];
}

class Reckoner {
  readonly #fragments: Fragments;
  readonly #reckoned = new Map<string, Cost>();
  /** The fragments of root fields that are being looked into: one that spreads itself is for validation to refuse. */
  readonly #open = new Set<string>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
  ) {
    this.#fragments = fragmentsOf(document);
  }

  /** The root fields, in whatever fragments they stand; their number is bounded. */
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

  /** A field, and what is below it. */
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
   * A selection on an abstract type costs what is selected for all of its types, and then the dearest of what is
   * selected for only one of them: an answer is of one type.
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
    const dearest = [...forOne.values()].reduce(larger, FREE);
    return plus(forAll, dearest);
  }

  #within(selectionSet: SelectionSetNode, typeName: string): { type?: GraphQLNamedType; cost: Cost } {
    const type = this.schema.getType(typeName);
    return type ? { type, cost: this.#selections(selectionSet, type) } : { cost: FREE };
  }

  #fragment(name: string): { type?: GraphQLNamedType; cost: Cost } {
    const fragment = this.#fragments.get(name);
    if (!fragment) return { cost: FREE };
    const known = this.#reckoned.get(name);
    const typeName = fragment.typeCondition.name.value;
    const type = this.schema.getType(typeName);
    if (known) return { ...(type && { type }), cost: known };
    this.#reckoned.set(name, FREE);
    const reckoned = this.#within(fragment.selectionSet, typeName);
    this.#reckoned.set(name, reckoned.cost);
    return reckoned;
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
