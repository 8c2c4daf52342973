/** A document with the time at which something is to be done about it. */
export interface Document {
  /** Plain JSON. Never changed in place. */
  readonly body: unknown;
  readonly dueAtMs: number;
}

/**
 * Where the ledger keeps its documents. What an implementation promises:
 *
 * - `insert` and `update` are atomic and, once they resolve, as durable as the store is.
 * - `withLock` gives one holder at a time to an id, across all processes that share the store. It guards what its
 *   holder does elsewhere (upstream calls); reads and updates do not wait for it.
 * - `claimDue` hands a due document to one process at a time, and again if it is not updated within the claim's time.
 */
export interface Store {
  /** False, and nothing done, where there is a document of this id already. */
  insert(id: string, document: Document): Promise<boolean>;
  read(id: string): Promise<Document | undefined>;
  /**
   * Replaces a document by what `change` makes of it; the same document back means that nothing is to be written, null
   * that it is to be removed. Resolves to what then stands, or undefined where nothing does.
   */
  update(id: string, change: (document: Document) => Document | null): Promise<Document | undefined>;
  withLock<Result>(id: string, work: () => Promise<Result>): Promise<Result>;
  /** The ids of at most `limit` documents that are due at `nowMs`, earliest first, claimed for `claimMs`. */
  claimDue(nowMs: number, limit: number, claimMs: number): Promise<string[]>;
  /** When the next document is or was due; null where there is none. */
  nextDueAtMs(): Promise<number | null>;
  /**
   * Calls `onChange` for every document that is written or removed, with its id and its due time (null: removed).
   * Returns a function that ends that.
   */
  watch(onChange: (id: string, dueAtMs: number | null) => void): () => void;
  close(): Promise<void>;
}
