import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';

import type { Context } from '../graphql/context';
import { type OperationCost, checkCost, costOf, isFixed, prepareCost } from '../graphql/limits/cost';
import type { Limits } from '../graphql/limits/limits';
import { checkVariables } from '../graphql/limits/list-sizes';
import { type OperationFacts, operationFacts } from '../graphql/summary';
import { checkConditions, conditionsIn } from '../graphql/guards/conditions';
import type { Utf8 } from '../utf8';
import { type Values, variableCoercer } from './coercion';
import { EventJsonCache } from './event-json-cache';
import { leaveToApollo } from './left-to-apollo';
import { PreparedRead } from './prepared-read';
import { isPublicRead } from './public-reads';

const MOST_OPERATIONS = 500;
/** How many fields the prepared reads select together; each takes some hundred bytes. */
const MOST_PREPARED_FIELDS = 100_000;

/** A request for an operation of a document. */
export interface ReadRequest {
  readonly query: string;
  readonly operationName?: string | null | undefined;
}

/** A read that was answered before. */
interface KnownRead {
  readonly serial: number;
  readonly operationName: string | null;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly facts: OperationFacts;
  /** What is worked out when the read comes for the second time. */
  plan?: Plan;
}

interface Plan {
  /** Null if the cost is the same for all variables. */
  readonly cost: OperationCost | null;
  /** The variables on whose values it depends which fields are selected. */
  readonly conditions: readonly string[];
  readonly coerce: (given: Values) => Values;
}

/**
 * Reads of public data that were parsed, validated, held to the limits and answered before. When one comes again, with
 * other variables or after its stored reply has expired, none of that is done again: the read is prepared once for each
 * combination of values of its conditions, and from then on only run. Whatever is not certain is left to Apollo Server.
 */
export class KnownReads {
  readonly #reads = new LRUCache<string, KnownRead>({ max: MOST_OPERATIONS });
  /** By the read's serial number and the values of its conditions; `null`: left to Apollo Server. */
  readonly #prepared = new LRUCache<string, { readonly read: PreparedRead | null }>({
    maxSize: MOST_PREPARED_FIELDS,
    sizeCalculation: ({ read }) => 1 + (read?.fields ?? 0),
  });
  readonly #cache: EventJsonCache;
  #lastSerial = 0;

  /** @param maxCacheBytes how much memory the JSON of single events may take. */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly limits: Limits,
    maxCacheBytes: number,
  ) {
    this.#cache = new EventJsonCache(maxCacheBytes);
  }

  /** Remembers an operation that was answered without an error, if it is a public read; returns whether it is. */
  learn(request: ReadRequest, document: DocumentNode, operation: OperationDefinitionNode): boolean {
    if (!isPublicRead(this.schema, document, operation)) return false;
    if (this.#find(request)) return true;
    const serial = ++this.#lastSerial;
    const facts = operationFacts(request.query, operation);
    this.#reads.set(keyOf(request), { serial, operationName: nameIn(request), document, operation, facts });
    return true;
  }

  /**
   * Answers a known read: its reply as Apollo Server would send it, at once if every event is cached. Null if the read is
   * not known, or if its reply has an error: Apollo Server then answers in the same context, and reads no event twice.
   *
   * @param variables as the client sent them.
   */
  execute(request: ReadRequest, variables: Values, context: Context): Utf8 | null | Promise<Utf8 | null> {
    const known = this.#find(request);
    if (!known || context.throttledForSeconds !== null) return null;
    context.summary.operation = known.facts;
    try {
      const reply = this.#reply(known, variables, context);
      return typeof reply === 'string'
        ? vouchedFor(reply, context)
        : reply.then(
            (text) => vouchedFor(text, context),
            () => null,
          );
    } catch {
      return null;
    }
  }

  #find(request: ReadRequest): KnownRead | undefined {
    const known = this.#reads.get(keyOf(request));
    return known?.operationName === nameIn(request) ? known : undefined;
  }

  #reply(known: KnownRead, given: Values, context: Context): Utf8 | Promise<Utf8> {
    const plan = (known.plan ??= planOf(this.schema, known));
    // The document was held to the limits; how much it asks for may depend on its variables.
    const refusal =
      checkVariables(given, this.limits) ??
      (plan.cost && checkCost(costOf(plan.cost, given), this.limits)) ??
      checkConditions(known.document, known.operation, given);
    if (refusal) throw refusal;
    const variables = plan.coerce(given);
    const read = this.#preparedFor(known, plan, variables);
    return read ? read.reply(variables, context) : leaveToApollo();
  }

  #preparedFor(known: KnownRead, { conditions }: Plan, variables: Values): PreparedRead | null {
    const values = conditions.map((name) => (Object.hasOwn(variables, name) ? String(variables[name]) : ''));
    const key = `${known.serial} ${values.join(' ')}`;
    let prepared = this.#prepared.get(key);
    if (!prepared) {
      prepared = { read: this.#prepare(known, variables) };
      this.#prepared.set(key, prepared);
    }
    return prepared.read;
  }

  #prepare({ document, operation }: KnownRead, variables: Values): PreparedRead | null {
    try {
      return new PreparedRead(this.schema, document, operation, variables, this.#cache);
    } catch {
      return null;
    }
  }
}

function vouchedFor(reply: Utf8, { validity }: Context): Utf8 {
  validity.vouch();
  return reply;
}

/** Where a read is stored. Two requests may share a key, so the name is compared as well. */
const keyOf = ({ query, operationName }: ReadRequest): string =>
  operationName ? operationName + query : query;

/** The name of an operation; null for none. An empty name is a name, although no operation has it. */
const nameIn = ({ operationName }: ReadRequest): string | null => operationName ?? null;

function planOf(schema: GraphQLSchema, { document, operation }: KnownRead): Plan {
  const cost = prepareCost(schema, document, operation);
  return {
    cost: isFixed(cost) ? null : cost,
    conditions: conditionsIn(document),
    coerce: variableCoercer(schema, operation),
  };
}
