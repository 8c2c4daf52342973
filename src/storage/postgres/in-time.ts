/** The database, or the way to it, takes too long for a caller that can do without. */
export class TookTooLong extends Error {
  constructor() {
    super('The database takes too long.');
  }
}

/**
 * Resolves as `answer` does, if it does so within `withinMs`.
 *
 * @throws TookTooLong (by way of the promise) if it does not.
 */
export async function inTime<Result>(answer: Promise<Result>, withinMs: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    // Where this process was the busy one, the answer may be here and only not read yet: timers run before sockets.
    timer = setTimeout(() => setImmediate(() => reject(new TookTooLong())), withinMs);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
