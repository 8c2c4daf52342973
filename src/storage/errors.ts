/** The store cannot be opened. The message is a sentence for whoever runs the process: what is wrong, and the mend. */
export class StoreUnusable extends Error {}

/** The store did not do what it was asked: the disk is full, or broken. Nothing of it was kept. */
export class StoreFailed extends Error {
  constructor(cause: unknown) {
    super('The ledger could not be read or written.', { cause });
  }
}
