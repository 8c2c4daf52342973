import {
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  GraphQLObjectType,
  GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
  isObjectType,
  parse,
  visit,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';

import { type Span, Validity } from '../events/validity';
import type { PartnerEvent } from '../partner-api/event';
import { holdsCardNumber } from './card-numbers';
import type { Context } from './context';
import { MOST_EVENTS } from './event-resolvers';
import { isEventId } from './scalars';
import { type Utf8, utf8Of } from './utf8';

/** What an entry costs beside its text. */
const OVERHEAD_BYTES = 512;

/** The JSON of one event in one selection, and in which span of the time of day it is true of the event as it was read. */
interface ReadyPart {
  /** Null once it was pushed out, or replaced. */
  json: Utf8 | null;
  readonly span: Span;
}

/** A field at the top of a read: its selection, compiled for one event, and where it says which events it is about. */
interface Part {
  readonly serial: number;
  readonly responseKey: string;
  readonly isList: boolean;
  readonly ids: ValueNode;
  readonly selection: CompiledQuery;
  /** What it says of events, by the event as it was read. */
  readonly ready: WeakMap<PartnerEvent, ReadyPart>;
}

/** A read that is made of parts. */
export type Parts = readonly Part[];

/** A part, and the events that a request asks it about. */
interface Wish {
  readonly part: Part;
  readonly ids: readonly string[];
}

/** The JSON of an event in one selection; null where that has an error in it. */
type Told = Utf8 | null;
/** What is told in slices may have to be waited for. */
type Telling = Told | Promise<Told>;

/**
 * Ready parts of answers. What a read shows of an event depends on the event as it was read, on the selection, and on the
 * time of day; so a list of events, or an answer that is no longer whole, is put together from what was made of each
 * event before. A read whose selections look at variables has no parts.
 *
 * Bounded in bytes: the oldest are the first to go, and are made anew.
 */
export class ReadyParts {
  /** By part and event id: what was made of an event takes the place of what was made of an older reading of it. */
  readonly #all: LRUCache<string, ReadyPart>;
  #lastSerial = 0;
  readonly #oneEvent: GraphQLSchema;

  constructor(schema: GraphQLSchema, maxBytes: number) {
    this.#oneEvent = ofOneEvent(schema);
    this.#all = new LRUCache<string, ReadyPart>({
      maxSize: maxBytes,
      maxEntrySize: Math.ceil(maxBytes / 16),
      sizeCalculation: ({ json }) => (json?.length ?? 0) + OVERHEAD_BYTES,
      dispose: (part) => {
        part.json = null;
      },
    });
  }

  /** The parts that an operation is made of; null where it is not made of parts alone. */
  partsOf(document: DocumentNode, operation: OperationDefinitionNode): Parts | null {
    const parts = operation.selectionSet.selections.map((selection) =>
      selection.kind === Kind.FIELD ? this.#partOf(document, selection) : null,
    );
    const whole = parts.filter((part) => part !== null);
    const keys = new Set(whole.map(({ responseKey }) => responseKey));
    // Fields of one key would have to be merged.
    return whole.length === parts.length && keys.size === parts.length ? whole : null;
  }

  /**
   * The answer that `parts` make, as JSON; at once where every event is at hand. Null where it would have an error in it.
   *
   * @param variables as the client sent them.
   */
  answer(parts: Parts, variables: Readonly<Record<string, unknown>>, context: Context): Telling {
    const wishes: Wish[] = [];
    const all: string[] = [];
    for (const part of parts) {
      const ids = idsOf(part, variables);
      if (ids === null) return null;
      wishes.push({ part, ids });
      all.push(...ids);
    }
    const loading = context.events.loadAll(all);
    if (!loading) return this.#told(wishes, context);
    return loading.then(
      () => this.#told(wishes, context),
      () => null,
    );
  }

  #partOf(document: DocumentNode, field: FieldNode): Part | null {
    const { name, alias, directives = [], arguments: [argument] = [], selectionSet } = field;
    const isList = name.value === 'events';
    if (!(isList || name.value === 'event') || directives.length > 0 || !argument || !selectionSet)
      return null;
    if (looksAtVariables(document, selectionSet)) return null;
    const selection = compileQuery(this.#oneEvent, aloneWith(document, selectionSet));
    if (!isCompiledQuery(selection)) return null;
    const responseKey = alias?.value ?? name.value;
    return {
      serial: ++this.#lastSerial,
      responseKey,
      isList,
      ids: argument.value,
      selection,
      ready: new WeakMap(),
    };
  }

  /** What the wishes are answered with, when every event is at hand; null where that has an error in it. */
  #told(wishes: readonly Wish[], context: Context): Telling {
    const jsons: Telling[] = [];
    for (const { part, ids } of wishes) for (const id of ids) jsons.push(this.#json(part, id, context));
    const told = jsons.filter((json): json is Told => !(json instanceof Promise));
    return told.length === jsons.length
      ? putTogether(wishes, told)
      : Promise.all(jsons.map(async (json) => json)).then((all) => putTogether(wishes, all));
  }

  /** The JSON of an event that is at hand, but may have to be put into words; null where that has an error in it. */
  #json(part: Part, id: string, context: Context): Telling {
    const event = context.events.atHand(id);
    if (!event) return event === null ? NULL : null;
    const ready = readyJson(part, event, context.dayClock.now(), context.validity);
    if (ready !== undefined) return ready;
    // Nobody knows yet whether a new event is asked for again.
    if (context.validity.showsNew) return worded(part, event, context);

    const validity = new Validity();
    const told = (json: Told): Told => {
      const { span } = validity;
      context.validity.during(span);
      if (json !== null) this.#keep(part, event, { json, span });
      return json;
    };
    const json = worded(part, event, withValidity(context, validity));
    return json instanceof Promise ? json.then(told) : told(json);
  }

  #keep(part: Part, event: PartnerEvent, made: ReadyPart): void {
    const key = `${part.serial} ${event.id}`;
    // What is too large is not taken.
    if (this.#all.set(key, made).peek(key) === made) part.ready.set(event, made);
  }
}

const NULL = utf8Of('null');

/** The whole answer, from what the wishes are answered with, one after the other. */
function putTogether(wishes: readonly Wish[], jsons: readonly Told[]): Told {
  if (jsons.includes(null)) return null;
  let data = '';
  let at = 0;
  for (const { part, ids } of wishes) {
    const own = jsons.slice(at, (at += ids.length));
    const json = part.isList ? `[${own.join(',')}]` : String(own[0]);
    data += `${data === '' ? '' : ','}"${part.responseKey}":${json}`;
  }
  // Names are ASCII, and all else in it is UTF-8.
  return `{"data":{${data}}}` as Utf8;
}

/** What a part says of an event, where that is ready. */
function readyJson(
  { ready }: Part,
  event: PartnerEvent,
  dayNowMs: number,
  validity: Validity,
): Utf8 | undefined {
  const part = ready.get(event);
  if (!part?.json || dayNowMs < part.span.fromMs || dayNowMs >= part.span.untilMs) return undefined;
  validity.during(part.span);
  return part.json;
}

/** What a part says of an event, as JSON; null where that has an error in it. */
function worded({ selection }: Part, event: PartnerEvent, context: Context): Telling {
  const result = selection.query({ event }, context, {});
  return result instanceof Promise ? result.then(jsonOf) : jsonOf(result);
}

const jsonOf = ({ data, errors }: ExecutionResult): Utf8 | null =>
  errors || !data ? null : utf8Of(JSON.stringify(data['event']));

/** The ids that a part asks for; null where they are not as they have to be, which is for Apollo Server to tell. */
function idsOf(part: Part, variables: Readonly<Record<string, unknown>>): readonly string[] | null {
  const given = valueOf(part.ids, variables);
  const ids = part.isList ? given : [given];
  if (!Array.isArray(ids) || ids.length > MOST_EVENTS) return null;
  return ids.every(isEventId) && !holdsCardNumber(ids) ? ids : null;
}

/** The value of an argument: of a variable, of a string, or of a list of them. */
function valueOf(node: ValueNode, variables: Readonly<Record<string, unknown>>): unknown {
  switch (node.kind) {
    case Kind.VARIABLE:
      return Object.hasOwn(variables, node.name.value) ? variables[node.name.value] : undefined;
    case Kind.STRING:
      return node.value;
    case Kind.LIST:
      return node.values.map((value) => valueOf(value, variables));
    default:
      return undefined;
  }
}

/** The types of `schema`, with an event for a query to begin at. */
function ofOneEvent(schema: GraphQLSchema): GraphQLSchema {
  const event = schema.getType('Event');
  if (!isObjectType(event)) throw new Error('The schema has no events.');
  return new GraphQLSchema({
    ...schema.toConfig(),
    query: new GraphQLObjectType({ name: 'OneEvent', fields: { event: { type: event } } }),
    mutation: null,
    subscription: null,
  });
}

const ONE_EVENT = parse('{ event { id } }');

/** A document that asks for one event with `selectionSet`. */
function aloneWith(document: DocumentNode, selectionSet: SelectionSetNode): DocumentNode {
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const asking: DocumentNode = visit(ONE_EVENT, {
    Field: { leave: (field) => (field.name.value === 'event' ? { ...field, selectionSet } : undefined) },
  });
  return { ...asking, definitions: [...asking.definitions, ...fragments] };
}

/** Whether a selection, or any fragment that it could use, looks at variables. */
function looksAtVariables(document: DocumentNode, selectionSet: SelectionSetNode): boolean {
  let looks = false;
  const Variable = (): void => void (looks = true);
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  for (const node of [selectionSet, ...fragments]) visit(node, { Variable });
  return looks;
}

/** The context of a request, with a validity of its own for one part of the answer. */
const withValidity = (context: Context, validity: Validity): Context =>
  Object.create(context, { validity: { value: validity } }) as Context;
