// Lapsed leases at scale: finding the carts that are due must not take longer the more carts there are.
import assert from 'node:assert/strict';

import { DiskStore } from '../dist/storage/disk-store.js';
import { MemoryStore } from '../dist/storage/memory-store.js';
import { median, ms, printTable, ratio, timed } from './support/figures.mjs';
import { temporaryFolder } from './support/leave-nothing.mjs';

const COUNTS = [1000, 5000, 20_000, 50_000];
const DUE = 100;
const CLAIM_MS = 60_000;
const ROUNDS = 15;
const TIMES_PER_ROUND = 5;

const NOW_MS = Date.parse('2026-06-15T18:00:00Z');
const FAR_OFF_MS = NOW_MS + 365 * 24 * 60 * 60_000;
/** As much as the record of a cart with two seats. */
const BODY = { text: 'x'.repeat(1500) };
const WRITES_AT_ONCE = 1000;

const KINDS = [
  { title: 'DiskStore', open: () => DiskStore.open(temporaryFolder()), renewed: false },
  {
    title: 'DiskStore, every lease renewed once',
    open: () => DiskStore.open(temporaryFolder()),
    renewed: true,
  },
  { title: 'MemoryStore', open: async () => new MemoryStore(), renewed: false },
];

const idOf = (index) => `cart-${String(index).padStart(6, '0')}`;

/** Writes `count` documents, of which the first hundred are due; a renewal moves the others' time further off. */
async function fill(store, count, renewed) {
  for (let from = 0; from < count; from += WRITES_AT_ONCE) {
    await Promise.all(
      Array.from({ length: Math.min(WRITES_AT_ONCE, count - from) }, async (_, offset) => {
        const index = from + offset;
        if (index < DUE) return store.insert(idOf(index), { body: BODY, dueAtMs: NOW_MS - DUE + index });
        const later = { body: BODY, dueAtMs: FAR_OFF_MS + index };
        if (!renewed) return store.insert(idOf(index), later);
        await store.insert(idOf(index), { body: BODY, dueAtMs: NOW_MS - count + index });
        return store.update(idOf(index), () => later);
      }),
    );
  }
}

/** Opens and fills a store. Its `claim` is one measurement; each is made when the claims of the one before are over. */
async function prepare(kind, count) {
  const store = await kind.open();
  await fill(store, count, kind.renewed);
  let nowMs = NOW_MS;
  return {
    kind,
    count,
    times: [],
    async claim() {
      nowMs += CLAIM_MS + 1;
      let ids;
      let nextMs;
      const took = await timed(async () => {
        ids = await store.claimDue(nowMs, DUE, CLAIM_MS);
        nextMs = await store.nextDueAtMs();
      });
      assert.equal(new Set(ids).size, DUE);
      assert.equal(nextMs, nowMs + CLAIM_MS);
      return took;
    },
    close: () => store.close(),
  };
}

const stores = [];
for (const kind of KINDS) for (const count of COUNTS) stores.push(await prepare(kind, count));

// The first round warms up and does not count.
for (let round = 0; round <= ROUNDS; round++) {
  for (const { claim, times } of stores) {
    const took = [];
    for (let time = 0; time < TIMES_PER_ROUND; time++) took.push(await claim());
    if (round > 0) times.push(median(took));
  }
}
for (const { close } of stores) await close();

const figure = ({ times }) => median(times);
const count = (value) => value.toLocaleString('en-US');
printTable(
  `Claiming ${DUE} due documents of N and finding the next due time; ratio to N = ${count(COUNTS[0])}`,
  ['store', ...COUNTS.map((value) => `N = ${count(value)}`)],
  KINDS.map((kind) => {
    const [smallest, ...others] = stores.filter((store) => store.kind === kind).map(figure);
    return [
      kind.title,
      `${ms(smallest)} (1)`,
      ...others.map((value) => `${ms(value)} (${ratio(value, smallest)})`),
    ];
  }),
);
