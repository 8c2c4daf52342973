import {
  type GraphQLFieldResolver,
  type GraphQLSchema,
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
} from 'graphql';

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
  const resume = begun.shift() ?? arrived.shift();
  if (!resume) return;
  resume();
  queueMicrotask(() => process.nextTick(goOn));
}

/** Resolves when a request that has come in may begin to be worked on. */
export async function turn(): Promise<void> {
  if (arrived.length > 0 || isOver()) await new Promise<void>((resolve) => arrived.push(resolve));
}

/** Has answers of `schema` told in slices: at every list of objects one may stop and go on later. */
export function inSlices(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || type === schema.getSubscriptionType()) continue;
    for (const field of Object.values(type.getFields())) {
      if (!isListType(getNullableType(field.type)) || !isCompositeType(getNamedType(field.type))) continue;
      field.resolve = sliced(field.resolve ?? defaultFieldResolver);
    }
  }
  return schema;
}

const sliced =
  (resolve: GraphQLFieldResolver<unknown, unknown>): GraphQLFieldResolver<unknown, unknown> =>
  (parent, args, context, info) => {
    const value: unknown = resolve(parent, args, context, info);
    if (!isOver()) return value;
    return new Promise<void>((go) => begun.push(go)).then(() => value);
  };
