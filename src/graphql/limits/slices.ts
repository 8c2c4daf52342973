import {
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
} from 'graphql';

import type { Context } from '../context';

/*
 * One process tells all answers, and GraphQL tells each in one go: an answer of a hundred thousand fields would keep
 * every socket waiting, that of the health check among them. So answers are told in slices. Between two slices the
 * process looks at its sockets; what has begun goes on before anything else begins, so that few large answers are in
 * memory at once.
 */

/** How long a slice is. */
const SLICE_MS = 8;

type Resume = () => void;

let isOpen = false;
let endsAtMs = 0;
/** Answers that are being told, and requests that have not begun. */
const begun: Resume[] = [];
const arrived: Resume[] = [];

/** Whether the slice is over. The first to ask opens one; it closes when the process has looked at its sockets. */
function isOver(): boolean {
  const nowMs = performance.now();
  if (isOpen) return nowMs >= endsAtMs;
  isOpen = true;
  endsAtMs = nowMs + SLICE_MS;
  setImmediate(nextSlice);
  return false;
}

function nextSlice(): void {
  isOpen = begun.length + arrived.length > 0;
  if (!isOpen) return;
  endsAtMs = performance.now() + SLICE_MS;
  setImmediate(nextSlice);
  goOn();
}

/** Resumes one after the other until the slice is over: the next when all that the one before led to is done. */
function goOn(): void {
  if (isOver()) return;
  // The last that stopped first: it belongs to the answer that was being told, which is to be done with.
  const resume = begun.pop() ?? arrived.shift();
  if (!resume) return;
  resume();
  queueMicrotask(() => process.nextTick(goOn));
}

/** Whether a request that has come in may begin to be worked on at once; otherwise it waits for its `turn`. */
export const mayBegin = (): boolean => arrived.length === 0 && !isOver();

/** Resolves when a request that has come in may begin to be worked on. */
export const turn = (): Promise<void> => new Promise<void>((resolve) => arrived.push(resolve));

/**
 * Has answers of `schema` told in slices: at every list of objects, and wherever one had to wait anyway, an answer may
 * stop and go on later. It does not go on when nobody waits for it any more.
 */
export function inSlices(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || type === schema.getSubscriptionType()) continue;
    for (const field of Object.values(type.getFields())) {
      const isList = isListType(getNullableType(field.type));
      if (!isCompositeType(getNamedType(field.type)) || !(isList || field.resolve)) continue;
      field.resolve = sliced(field.resolve ?? defaultFieldResolver, isList);
    }
  }
  return schema;
}

const sliced =
  (
    resolve: GraphQLFieldResolver<unknown, Context>,
    isList: boolean,
  ): GraphQLFieldResolver<unknown, Context> =>
  (parent, args, context, info) => {
    const value: unknown = resolve(parent, args, context, info);
    if (value instanceof Promise) {
      return value.then((result: unknown) => (isOver() ? later(result, context) : result));
    }
    return isList && isOver() ? later(value, context) : value;
  };

async function later(value: unknown, { signal }: Context): Promise<unknown> {
  await new Promise<void>((resume) => begun.push(resume));
  if (signal.aborted) throw new GraphQLError('The client has gone.');
  return value;
}
