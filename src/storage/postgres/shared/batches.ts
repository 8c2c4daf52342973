import { TookTooLong, inTime } from '../in-time';

/** How the statements of `Batches` are run. */
interface BatchSettings {
  /** How many statements may run at once, and so how many connections they take at most. */
  readonly atOnce: number;
  /** How many callers one statement serves at most. */
  readonly most: number;
  /** How long a statement may take before its callers do without. */
  readonly withinMs: number;
}

/** How many callers may wait for the next statement. One more does without at once. */
const MOST_WAITING = 1000;

interface Waiting<Item, Result> {
  item: Item;
  readonly result: Promise<Result | undefined>;
  readonly resolve: (result: Result | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Runs one statement for all callers of a moment. Those who come while as many run as may, wait for the next together: the
 * busier, the larger the statements, and the connections that they take are bounded.
 *
 * **While a statement takes too long, all callers do without, at once**: a database that hangs costs a caller its time once
 * and not each time.
 */
export class Batches<Item, Result> {
  readonly #waiting = new Map<string, Waiting<Item, Result>>();
  readonly #underWay = new Set<object>();
  readonly #late = new Set<object>();

  /** @param run runs a statement for these items by key, and returns what it found for each. */
  constructor(
    private readonly run: (items: ReadonlyMap<string, Item>) => Promise<ReadonlyMap<string, Result>>,
    private readonly settings: BatchSettings,
  ) {}

  /**
   * Resolves to what the statement found for `key`, if anything. Of two items with one key in one statement the later counts
   * for both callers.
   *
   * @throws (by way of the promise) TookTooLong, and what `run` throws.
   */
  add(key: string, item: Item): Promise<Result | undefined> {
    if (this.#late.size > 0) return Promise.reject(new TookTooLong());
    const known = this.#waiting.get(key);
    if (known) {
      known.item = item;
      return known.result;
    }
    if (this.#waiting.size >= MOST_WAITING) return Promise.reject(new TookTooLong());
    if (this.#waiting.size === 0) queueMicrotask(this.#next);
    const waiting = newWaiting<Item, Result>(item);
    this.#waiting.set(key, waiting);
    return waiting.result;
  }

  readonly #next = (): void => {
    while (this.#waiting.size > 0 && this.#underWay.size < this.settings.atOnce) void this.#runNext();
  };

  async #runNext(): Promise<void> {
    const batch = [...this.#waiting].slice(0, this.settings.most);
    for (const [key] of batch) this.#waiting.delete(key);
    const statement = {};
    this.#underWay.add(statement);
    const running = this.run(new Map(batch.map(([key, { item }]) => [key, item])));
    const over = (): void => {
      this.#underWay.delete(statement);
      this.#late.delete(statement);
      this.#next();
    };
    running.then(over, over);
    try {
      const results = await inTime(running, this.settings.withinMs);
      for (const [key, { resolve }] of batch) resolve(results.get(key));
    } catch (error) {
      for (const [, { reject }] of batch) reject(error);
      if (error instanceof TookTooLong && this.#underWay.has(statement)) this.#doWithout(statement);
    }
  }

  /** From now on callers do without, until this statement has ended. */
  #doWithout(late: object): void {
    this.#late.add(late);
    for (const { reject } of this.#waiting.values()) reject(new TookTooLong());
    this.#waiting.clear();
  }
}

function newWaiting<Item, Result>(item: Item): Waiting<Item, Result> {
  let resolve: Waiting<Item, Result>['resolve'] = () => {};
  let reject: Waiting<Item, Result>['reject'] = () => {};
  const result = new Promise<Result | undefined>((onResult, onError) => {
    resolve = onResult;
    reject = onError;
  });
  return { item, result, resolve, reject };
}
