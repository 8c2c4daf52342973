import {
  BREAK,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';

import type { Context } from './context';
import { type Fragments, fragmentsOf } from './fragments';
import { type OperationCost, checkCost, costOf, isFixed, prepareCost } from './limits/cost';
import type { Limits } from './limits/limits';
import { checkVariables } from './limits/list-sizes';
import { type Parts, ReadyParts } from './ready-parts';
import { type Utf8, utf8Of } from './utf8';

/**
 * The fields of `Query` that hold nothing but what everybody may see, and that say (by the context's `validity`) for how
 * long each changing part of it is true. A new field is not among them until somebody has thought about that.
 */
const PUBLIC_FIELDS = new Set(['__typename', 'event', 'events', 'countries', 'states']);

/** What is read from upstream anew by every request, or nearly so: there, nothing is gained and a read could be made twice. */
const LIVE_FIELDS = new Set(['availability']);

/** Compiled code is as long as its operation when every fragment is written out; one longer than this is not compiled. */
const MOST_FIELDS = 2000;
const MOST_OPERATIONS = 500;

/** What a client asks: a document, and which of its operations. */
export interface Asked {
  readonly query: string;
  readonly operationName?: string | null | undefined;
}

/** A read, and what it was made into when it came for the second time. */
interface Known {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  made?: {
    /** Null where it is up to no variable. */
    readonly cost: OperationCost | null;
    readonly parts: Parts | null;
    readonly whole: CompiledQuery | null;
  };
}

/**
 * Reads of public event data that were parsed, validated, held to the limits and answered before. When such a read comes
 * again, with other variables or when its answer is out of date, nothing of that is done again: it is compiled by
 * `graphql-jit`, as parts for each event where it can be, and otherwise whole.
 */
export class KnownReads {
  readonly #known = new LRUCache<string, Known>({ max: MOST_OPERATIONS });
  readonly #parts: ReadyParts;

  /** @param maxPartsBytes how much memory ready parts may take. */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly limits: Limits,
    maxPartsBytes: number,
  ) {
    this.#parts = new ReadyParts(schema, maxPartsBytes);
  }

  /** Remembers an operation that was answered without an error, if it is a public read; says whether it is. */
  learn(asked: Asked, document: DocumentNode, operation: OperationDefinitionNode): boolean {
    if (!isPublicRead(document, operation)) return false;
    const key = keyOf(asked);
    if (!this.#known.has(key)) this.#known.set(key, { document, operation });
    return true;
  }

  /**
   * Runs a known read. Its JSON, as Apollo Server would write it, comes at once where nothing has to be waited for. Null
   * where the read is not known, or has an error in it, which is then for Apollo Server to tell: in the same context
   * nothing is read twice.
   */
  execute(
    asked: Asked,
    variables: Readonly<Record<string, unknown>>,
    context: Context,
  ): Utf8 | null | Promise<Utf8 | null> {
    const known = this.#known.get(keyOf(asked));
    if (!known) return null;
    const { cost, parts, whole } = (known.made ??= this.#make(known, asked));
    // What a document asks for was held to the limits; how much that is may be up to its variables.
    if (checkVariables(variables, this.limits)) return null;
    if (cost && checkCost(costOf(cost, variables), this.limits)) return null;
    const told = parts && this.#parts.answer(parts, variables, context);
    if (typeof told === 'string') return vouchedFor(told, context);
    const wholly = async (): Promise<Utf8 | null> => {
      const result = await whole?.query(undefined, context, variables);
      return !result || result.errors ? null : vouchedFor(utf8Of(JSON.stringify(result)), context);
    };
    return told ? told.then((json) => (json === null ? wholly() : vouchedFor(json, context))) : wholly();
  }

  #make({ document, operation }: Known, asked: Asked): NonNullable<Known['made']> {
    const whole = compileQuery(this.schema, document, asked.operationName ?? undefined);
    const cost = prepareCost(this.schema, document, operation);
    return {
      cost: isFixed(cost) ? null : cost,
      parts: this.#parts.partsOf(document, operation),
      whole: isCompiledQuery(whole) ? whole : null,
    };
  }
}

/** An answer, in which all that can change says until when it holds, as Apollo Server would end it. */
function vouchedFor(json: Utf8, { validity }: Context): Utf8 {
  validity.vouch();
  return `${json}\n` as Utf8;
}

const keyOf = ({ query, operationName }: Asked): string =>
  operationName ? `${operationName}\n${query}` : query;

/** Whether an operation reads public event data and nothing else, and is not too long to be compiled. */
function isPublicRead(document: DocumentNode, operation: OperationDefinitionNode): boolean {
  if (operation.operation !== OperationTypeNode.QUERY || hasLiveField(document)) return false;
  const fragments = fragmentsOf(document);
  return (
    rootFieldsOf(operation.selectionSet, fragments).every((name) => PUBLIC_FIELDS.has(name)) &&
    fieldCounter(fragments)(operation.selectionSet) <= MOST_FIELDS
  );
}

function hasLiveField(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field: ({ name }) => {
      if (!LIVE_FIELDS.has(name.value)) return undefined;
      found = true;
      return BREAK;
    },
  });
  return found;
}

/** The names of the fields at the top of an operation, also of those in fragments; each fragment is looked at once. */
function rootFieldsOf(
  selectionSet: SelectionSetNode,
  fragments: Fragments,
  seen = new Set<string>(),
): string[] {
  return selectionSet.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFieldsOf(selection.selectionSet, fragments, seen);
    const fragment = fragments.get(selection.name.value);
    if (!fragment || seen.has(selection.name.value)) return [];
    seen.add(selection.name.value);
    return rootFieldsOf(fragment.selectionSet, fragments, seen);
  });
}

/** Counts the fields of a selection with every fragment written out, in time linear in the document. */
function fieldCounter(fragments: Fragments): (selectionSet: SelectionSetNode) => number {
  const counted = new Map<string, number>();
  const count = ({ selections }: SelectionSetNode): number =>
    selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD)
        return sum + 1 + (selection.selectionSet ? count(selection.selectionSet) : 0);
      if (selection.kind === Kind.INLINE_FRAGMENT) return sum + count(selection.selectionSet);
      const { value: name } = selection.name;
      const fragment = fragments.get(name);
      const fields = counted.get(name) ?? (fragment ? count(fragment.selectionSet) : 0);
      counted.set(name, fields);
      return sum + fields;
    }, 0);
  return count;
}
