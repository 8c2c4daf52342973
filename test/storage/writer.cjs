// Writes documents for ever, and prints of each whether the store said that it is written.
const { DiskStore } = require('../../dist/storage/disk-store');

process.stdout.on('error', () => process.exit());
void DiskStore.open(process.argv[2]).then(async (store) => {
  for (let at = 0; ; at++) {
    const outcome = await store.insert(`id-${at}`, { body: 'x'.repeat(1000), dueAtMs: at }).then(
      () => '',
      () => ' failed',
    );
    process.stdout.write(`id-${at}${outcome}\n`);
  }
});
