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

import type { Context } from './context';

/*
 * Executes responses in time slices. One process executes all responses, and graphql-js executes each without a break: a
 * response of a hundred thousand fields would block every socket, and with them the health check. So execution pauses at
 * the end of a slice, and the process reads its sockets. Started responses go on before new requests start, so that few
 * large responses are in memory at once.
 */

const SLICE_MS = 8;

type Resume = () => void;

let isSliceOpen = false;
let sliceEndsAtMs = 0;
/** Responses that have paused. */
const paused: Resume[] = [];
/** Requests that have not started. */
const waiting: Resume[] = [];

/** Whether the current slice is over. Opens a slice if none is open; it closes once the process has read its sockets. */
function isSliceOver(): boolean {
  const nowMs = performance.now();
  if (isSliceOpen) return nowMs >= sliceEndsAtMs;
  isSliceOpen = true;
  sliceEndsAtMs = nowMs + SLICE_MS;
  setImmediate(nextSlice);
  return false;
}

function nextSlice(): void {
  isSliceOpen = paused.length + waiting.length > 0;
  if (!isSliceOpen) return;
  sliceEndsAtMs = performance.now() + SLICE_MS;
  setImmediate(nextSlice);
  resumeNext();
}

/** Resumes one after the other until the slice is over. The next one resumes after all microtasks of the one before. */
function resumeNext(): void {
  if (isSliceOver()) return;
  // The last that paused comes first: it belongs to the response that is under way, which should finish soon.
  const resume = paused.pop() ?? waiting.shift();
  if (!resume) return;
  resume();
  queueMicrotask(() => process.nextTick(resumeNext));
}

/** Whether a new request may start at once. If not, it has to wait for its `turn`. */
export const mayStart = (): boolean => waiting.length === 0 && !isSliceOver();

/** Resolves when a new request may start. */
export const turn = (): Promise<void> => new Promise<void>((resolve) => waiting.push(resolve));

/**
 * Makes responses of `schema` pause at the end of a slice: at lists of objects, and after every promise. A paused response
 * ends with an error if its client has disconnected meanwhile.
 */
export function executeInSlices(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || type === schema.getSubscriptionType()) continue;
    for (const field of Object.values(type.getFields())) {
      const isList = isListType(getNullableType(field.type));
      if (!isCompositeType(getNamedType(field.type)) || !(isList || field.resolve)) continue;
      field.resolve = pausing(field.resolve ?? defaultFieldResolver, isList);
    }
  }
  return schema;
}

const pausing =
  (
    resolve: GraphQLFieldResolver<unknown, Context>,
    isList: boolean,
  ): GraphQLFieldResolver<unknown, Context> =>
  (parent, args, context, info) => {
    const value: unknown = resolve(parent, args, context, info);
    if (value instanceof Promise) {
      return value.then((result: unknown) => (isSliceOver() ? afterPause(result, context) : result));
    }
    return isList && isSliceOver() ? afterPause(value, context) : value;
  };

async function afterPause(value: unknown, { signal }: Context): Promise<unknown> {
  // Nobody waits for the entries of a list during the pause: a rejection without a handler would end the process.
  if (Array.isArray(value)) {
    for (const entry of value) if (entry instanceof Promise) entry.catch(() => {});
  }
  await new Promise<void>((resume) => paused.push(resume));
  if (signal.aborted) throw new GraphQLError('The client has disconnected.');
  return value;
}
