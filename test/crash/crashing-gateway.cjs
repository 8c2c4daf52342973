/*
 * The built gateway in a process of its own, that kills itself (SIGKILL) at the n-th point at which it is about to write
 * to its ledger or to call upstream, or has just done so. Settings come from the environment; n is the first argument,
 * 0 for never.
 */
const { subscribe } = require('node:diagnostics_channel');
const { writeSync } = require('node:fs');

const { pino } = require('pino');

const { startGateway } = require('../../dist/gateway');
const { readSettings } = require('../../dist/settings');
const { DiskStore } = require('../../dist/storage/disk-store');

const crashAt = Number(process.argv[2]);
let reached = 0;

/** One of the points. The last that is ever printed is the one at which the process died. */
function point(name) {
  reached += 1;
  writeSync(1, `point ${reached} ${name}\n`);
  if (reached === crashAt) process.kill(process.pid, 'SIGKILL');
}

for (const [channel, name] of [
  ['undici:request:create', 'about to call'],
  ['undici:request:bodySent', 'call sent'],
  ['undici:request:trailers', 'call answered'],
]) {
  subscribe(channel, ({ request }) => {
    const path = request.path.split('?')[0];
    if (/\/(cart|polling)/.test(path)) point(`${name}: ${request.method} ${path.replace(/\d{8,}/, 'N')}`);
  });
}

async function main() {
  const settings = readSettings(process.env);
  const store = await DiskStore.open(settings.STATE_DIR);
  const insert = store.insert.bind(store);
  store.insert = async (id, document) => {
    point('about to insert');
    const result = await insert(id, document);
    point('insert done');
    return result;
  };
  const update = store.update.bind(store);
  store.update = async (id, change, lock) => {
    let writes = false;
    const result = await update(
      id,
      (document) => {
        const changed = change(document);
        writes = changed !== document;
        if (writes) point('about to update');
        return changed;
      },
      lock,
    );
    if (writes) point('update done');
    return result;
  };
  const gateway = await startGateway(settings, settings.upstream, pino({ level: 'silent' }), { store });
  writeSync(1, `open at ${gateway.url}\n`);
}

void main();
