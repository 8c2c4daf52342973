/** The store cannot be opened. The message is a sentence for the operator: what is wrong, and how to correct it. */
export class StoreUnusable extends Error {}

/**
 * A read or write failed: the disk is full or broken, the database cannot be reached. Nothing was written, or, where the
 * answer of a database was lost, perhaps all of it: the same as if this process had died after the write.
 */
export class StoreFailed extends Error {
  constructor(cause: unknown) {
    super('The ledger could not be read or written.', { cause });
  }
}

/** The lock of a document was lost, since its holder was paused for too long. Nothing was written. */
export class LockLost extends StoreFailed {
  constructor() {
    super(new Error('Another process may hold the lock.'));
  }
}
