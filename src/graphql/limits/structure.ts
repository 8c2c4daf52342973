import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

import { type Fragments, fragmentsOf } from '../fragments';
import { type Limits, overLimit } from './limits';

/** The counts of a definition, or a part of one. A fragment counts wherever it is spread. */
interface Totals {
  readonly depth: number;
  /** Aliases, and fields that are repeated in the same selection set. */
  readonly aliases: number;
  /** Fields of the outermost selection set. */
  readonly fields: number;
  readonly directives: number;
  readonly fragments: number;
  /** Entries of the longest list. */
  readonly listSize: number;
}

const NOTHING: Totals = { depth: 0, aliases: 0, fields: 0, directives: 0, fragments: 0, listSize: 0 };

/** The counts of two neighbours in one selection set. */
const plus = (one: Totals, other: Totals): Totals => ({
  depth: Math.max(one.depth, other.depth),
  aliases: atMost(one.aliases + other.aliases),
  fields: atMost(one.fields + other.fields),
  directives: atMost(one.directives + other.directives),
  fragments: atMost(one.fragments + other.fragments),
  listSize: Math.max(one.listSize, other.listSize),
});

/** Limits a count to the largest exact integer: nested fragments can exceed it. */
const atMost = (count: number): number => Math.min(count, Number.MAX_SAFE_INTEGER);

/**
 * Checks `document` against the limits that need no variables. Null if it is within all of them. Takes time linear in the
 * document's length, whatever its fragments spread. So it runs before validation, which compares fields in pairs.
 */
export function checkDocument(document: DocumentNode, limits: Limits): GraphQLError | null {
  const totals = totalsOf(document);
  for (const name of ['depth', 'aliases', 'rootFields', 'directives', 'fragments', 'listSize'] as const) {
    if (totals[name] > limits[name]) return overLimit(name, limits[name], totals[name]);
  }
  return null;
}

/** The most of each that a definition of `document` has; and the root fields of all its operations together. */
function totalsOf(document: DocumentNode): Totals & { readonly rootFields: number } {
  const count = new Counter(document);
  let most = NOTHING;
  let rootFields = 0;
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION)
      continue;
    const totals = count.definition(definition);
    most = {
      ...plus(most, totals),
      aliases: Math.max(most.aliases, totals.aliases),
      directives: Math.max(most.directives, totals.directives),
      fragments: Math.max(most.fragments, totals.fragments),
    };
    if (definition.kind === Kind.OPERATION_DEFINITION) rootFields = atMost(rootFields + totals.fields);
  }
  return { ...most, rootFields, fragments: Math.max(most.fragments, count.fragmentDefinitions) };
}

/** Counts each fragment once, and remembers it. */
class Counter {
  readonly #fragments: Fragments;
  readonly #counted = new Map<string, Totals>();

  constructor(document: DocumentNode) {
    this.#fragments = fragmentsOf(document);
  }

  get fragmentDefinitions(): number {
    return this.#fragments.size;
  }

  definition(node: OperationDefinitionNode | FragmentDefinitionNode): Totals {
    let totals = this.#selections(node.selectionSet);
    totals = plus(totals, ofDirectives(node.directives));
    for (const { directives, defaultValue } of node.variableDefinitions ?? []) {
      totals = plus(totals, ofDirectives(directives));
      if (defaultValue) totals = plus(totals, ofValue(defaultValue));
    }
    return totals;
  }

  #selections({ selections }: SelectionSetNode): Totals {
    let totals = NOTHING;
    const names = new Set<string>();
    for (const selection of selections) {
      totals = plus(plus(totals, this.#selection(selection)), ofDirectives(selection.directives));
      if (selection.kind !== Kind.FIELD) continue;
      const name = (selection.alias ?? selection.name).value;
      if (selection.alias || names.has(name)) totals = plus(totals, { ...NOTHING, aliases: 1 });
      names.add(name);
    }
    return totals;
  }

  #selection(selection: SelectionNode): Totals {
    switch (selection.kind) {
      case Kind.FIELD: {
        const below = selection.selectionSet ? this.#selections(selection.selectionSet) : NOTHING;
        let field: Totals = { ...below, depth: below.depth + 1, fields: 1 };
        for (const { value } of selection.arguments ?? []) field = plus(field, ofValue(value));
        return field;
      }
      case Kind.INLINE_FRAGMENT:
        return plus(this.#selections(selection.selectionSet), { ...NOTHING, fragments: 1 });
      case Kind.FRAGMENT_SPREAD:
        return plus(this.#fragment(selection.name.value), { ...NOTHING, fragments: 1 });
    }
  }

  #fragment(name: string): Totals {
    const known = this.#counted.get(name);
    if (known) return known;
    const node = this.#fragments.get(name);
    // What is not there, or spreads itself, is for validation to refuse.
    this.#counted.set(name, NOTHING);
    if (!node) return NOTHING;
    const totals = this.definition(node);
    this.#counted.set(name, totals);
    return totals;
  }
}

function ofDirectives(directives: readonly DirectiveNode[] = []): Totals {
  let totals: Totals = { ...NOTHING, directives: directives.length };
  for (const { arguments: given } of directives) {
    for (const { value } of given ?? []) totals = plus(totals, ofValue(value));
  }
  return totals;
}

function ofValue(value: ValueNode): Totals {
  return { ...NOTHING, listSize: longestLiteral(value) };
}

/** The entries of the longest list in a literal. */
function longestLiteral(value: ValueNode): number {
  if (value.kind === Kind.LIST)
    return value.values.reduce((most, entry) => Math.max(most, longestLiteral(entry)), value.values.length);
  if (value.kind !== Kind.OBJECT) return 0;
  return value.fields.reduce((most, field) => Math.max(most, longestLiteral(field.value)), 0);
}
