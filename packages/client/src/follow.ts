import type { Pending } from './schema-types.ts';

/** The fields of a `Pending` that `follow` reads: select them in every operation. */
export type PendingLike = Required<Pick<Pending, '__typename' | 'token' | 'waitSeconds'>>;

/** Any selection of the union `PollingResult` with `__typename`; null if the response has an error instead. */
export type PollingResultLike = { readonly __typename: string } | null | undefined;

type PendingOf<R> = Extract<R, { readonly __typename: 'Pending' }>;

/** A result that is no longer pending. */
export type Settled<R> = Exclude<R, { readonly __typename: 'Pending' }>;

/** Makes a call with a `Pending` that lacks a field fail to compile, with the needed fields in the error. */
type Followable<R> = [PendingOf<R>] extends [PendingLike]
  ? unknown
  : { readonly 'select __typename, token and waitSeconds of Pending': never };

/** What `follow` does while it waits, and when it stops. */
export interface FollowOptions<R> {
  /** Stops the wait: `follow` rejects at once with the signal's reason. The gateway still drives the cart. */
  readonly signal?: AbortSignal | undefined;
  /** Is called with every `Pending`, the first included, before its wait, for example to show the place in `queue`. */
  readonly onPending?: ((pending: PendingOf<R>) => void) | undefined;
  /** Resolves after `ms` milliseconds, or sooner once the signal is aborted. @default a timer */
  readonly sleep?: ((ms: number, signal?: AbortSignal) => Promise<void>) | undefined;
}

/**
 * Polls until the result is final: while the newest result is a `Pending`, waits its `waitSeconds` and calls `poll` with its
 * token.
 *
 * @param result the result of a mutation. It is returned at once unless it is a `Pending`.
 * @param poll calls `pollCart` with the token, and resolves to its result. It may select other fields.
 * @returns the first result other than `Pending`. It may be an `OutcomeUnknown`: the page decides what to show then, and
 *   whether to poll again after its `retryAfterSeconds`.
 * @throws what `poll`, `onPending` or `sleep` throws, and the signal's reason once it is aborted.
 */
export async function follow<R extends PollingResultLike, P extends PollingResultLike>(
  result: R & Followable<R>,
  poll: (token: string) => Promise<P & Followable<P>>,
  options: FollowOptions<R | P> = {},
): Promise<Settled<R | P>> {
  const { signal, onPending, sleep = timer } = options;
  let newest: R | P = result;
  while (isPending(newest)) {
    const { token, waitSeconds }: PendingLike = newest;
    onPending?.(newest);
    await unlessAborted(() => sleep(waitSeconds * 1000, signal), signal);
    newest = await unlessAborted(() => poll(token), signal);
  }
  return newest as Settled<R | P>;
}

const isPending = <R extends PollingResultLike>(result: R): result is R & PendingOf<R> & PendingLike =>
  result?.__typename === 'Pending';

/** Calls `start` and returns its result. Throws the signal's reason if it is aborted before the end. */
async function unlessAborted<T>(start: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return start();
  signal.throwIfAborted();
  let onAbort = () => {};
  const aborted = new Promise<void>((resolve) => {
    onAbort = () => resolve();
  });
  signal.addEventListener('abort', onAbort);
  try {
    const work = start();
    await Promise.race([work, aborted]);
    signal.throwIfAborted();
    return await work;
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** Waits `ms`, or until the signal is aborted. Removes its timer and its listener. */
export function timer(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timeout);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timeout = setTimeout(done, ms);
    signal?.addEventListener('abort', done, { once: true });
  });
}
