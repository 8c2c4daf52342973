/** A document and the time at which it is due. */
export interface Document {
  /** Plain JSON. Never changed in place. */
  readonly body: unknown;
  readonly dueAtMs: number;
  /** Whether nothing is left to do for it but to remove it when it is due. */
  readonly isEnded?: boolean;
}

/** The lock of an id, for the holder's work. */
export interface Lock {
  readonly id: string;
  /**
   * Whether the lock is still held, by a look at this machine's clocks: a holder that was paused may have lost it to
   * another process. Look right before anything is sent on the strength of the lock.
   */
  readonly isHeld: () => boolean;
}

/**
 * Where the ledger stores its documents. An implementation guarantees:
 *
 * - `insert` and `update` are atomic and, once they resolve, as durable as the store is.
 * - `withLock` gives an id one lock holder at a time, across all processes that share the store. It guards what the
 *   holder does elsewhere (upstream calls); reads and updates do not wait for it. A holder that is paused for too long can
 *   lose its lock: then an `update` that names the lock writes nothing.
 * - `claimDue` gives a due document to one process at a time, and again if it is not updated within the claim's time.
 */
export interface Store {
  /** Returns false, and changes nothing, if the id already has a document. */
  insert(id: string, document: Document): Promise<boolean>;
  read(id: string): Promise<Document | undefined>;
  /**
   * Replaces a document with what `change` returns for it: the same document to write nothing, null to remove it.
   * Resolves to the document afterwards; undefined if there is none. `change` may be called more than once.
   *
   * @param lock written only if this lock is still held.
   * @throws LockLost (by way of the promise) if it is not.
   */
  update(
    id: string,
    change: (document: Document) => Document | null,
    lock?: Lock,
  ): Promise<Document | undefined>;
  withLock<Result>(id: string, work: (lock: Lock) => Promise<Result>): Promise<Result>;
  /** Like `withLock`, but resolves to null, without having done anything, if another process holds the lock. */
  tryLock<Result>(id: string, work: (lock: Lock) => Promise<Result>): Promise<{ result: Result } | null>;
  /** The ids of at most `limit` documents that are due at `nowMs`, earliest first, claimed for `claimMs`. */
  claimDue(nowMs: number, limit: number, claimMs: number): Promise<string[]>;
  /** The earliest due time of any document that `claimDue` may return; null if there is none. */
  nextDueAtMs(): Promise<number | null>;
  /**
   * Removes at most `limit` documents that have ended and are due at `nowMs`, and returns how many. A store that returns 0
   * for all hands them out by `claimDue` instead.
   */
  removeEnded(nowMs: number, limit: number): Promise<number>;
  /**
   * Calls `onChange` for every document that is written or removed, with its id and its due time (null: removed).
   * Returns a function that stops it.
   */
  watch(onChange: (id: string, dueAtMs: number | null) => void): () => void;
  /**
   * Calls `onDocument` a moment after other processes have changed documents, with each as it is then; undefined: removed.
   * What this process has changed itself is reported, too, where its `insert` or `update` failed and yet was carried out.
   * The last report of a document is never older than the last change of this process. Returns a function that stops it.
   */
  follow(onDocument: (id: string, document: Document | undefined) => void): () => void;
  /** Every document with its id, in no order. What is written meanwhile may be among them or not. */
  all(): AsyncIterable<readonly [id: string, document: Document]>;
  /** The last mark written, also by an earlier process; undefined if there is none. */
  readMark(): Promise<unknown>;
  /** Writes the one note about the whole store, the mark, as plain JSON: it says what the due times mean. */
  writeMark(mark: unknown): Promise<void>;
  /** Writes something that changes nothing. Throws StoreFailed where a change could not be written now. */
  check(): Promise<void>;
  /** The time of day by which the machines that share the store set their clocks; null: no other machine shares it. */
  wallMs(): Promise<number | null>;
  close(): Promise<void>;
}
