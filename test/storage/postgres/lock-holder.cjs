/*
 * A process that holds the lock of a document and writes under it, again and again, until it cannot. Arguments: the
 * address of the database, the lease in milliseconds, the id. The test freezes it meanwhile.
 */
const { setTimeout: pause } = require('node:timers/promises');

const { PostgresStore } = require('../../../dist/storage/postgres/postgres-store');

const [, , url, leaseMs, id] = process.argv;

async function main() {
  const store = await PostgresStore.open({ url, connections: 2, leaseMs: Number(leaseMs) });
  await store.withLock(id, async (lock) => {
    console.log('held');
    for (;;) {
      try {
        await store.update(id, ({ body, dueAtMs }) => ({ body: { count: body.count + 1 }, dueAtMs }), lock);
      } catch (error) {
        // Not before the write: it may be frozen between that look and the write.
        console.log(`${error.constructor.name} ${lock.isHeld() ? 'held' : 'not held'}`);
        break;
      }
      await pause(5);
    }
  });
  await store.close();
}

void main();
