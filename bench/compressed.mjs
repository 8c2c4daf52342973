import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { startChild } from './support/child.mjs';
import { inTurns, medianOf, medianRatio, printTable } from './support/figures.mjs';
import { temporaryFolder } from './support/leave-nothing.mjs';
import { askOnce, askRaw, load, post } from './support/load.mjs';
import { workloads } from './support/read-workloads.mjs';

const CONNECTIONS = 32;
const DECODERS = { br: brotliDecompressSync, gzip: gunzipSync };

/** The small query is below the size from which answers are compressed. */
const COMPRESSED = workloads.filter(({ name }) => name !== 'W1');

/**
 * Answers a second where the client accepts compression, as a share of bare `node:http` that sends the very same compressed
 * bytes, prepared.
 *
 * @param pace `rounds` of `roundMs` each.
 */
export async function benchCompressed({ rounds, roundMs }) {
  const upstream = await startChild('./upstream-process.mjs', {});
  const ceiling = await startChild('./ceiling-process.mjs', {});
  const gateway = await startChild('./gateway-process.mjs', {
    upstream: { url: upstream.facts.url, apiKey: 'bench', apiSecret: 'bench' },
    stateDir: temporaryFolder(),
  });
  const rows = [];
  for (const encoding of Object.keys(DECODERS)) {
    for (const { name, title, body } of COMPRESSED) {
      const { text } = await askOnce(gateway.facts.url, body);
      // The answer is stored when its request comes again, and its compressed form with the next.
      for (let time = 0; time < 3; time++) await askRaw(gateway.facts.url, body, encoding);
      const bytes = await askRaw(gateway.facts.url, body, encoding);
      assert.equal(DECODERS[encoding](bytes).toString(), text);
      await ceiling.ask({ prepare: { query: body.query, base64: bytes.toString('base64'), encoding } });
      const sides = [ceiling, gateway];
      const taken = await inTurns(sides, { rounds }, async (child) => {
        const { url } = child.facts;
        const before = await child.ask('cpu');
        const { answers, rate } = await load(url, {
          request: post(url, body, { encoding }),
          connections: CONNECTIONS,
          durationMs: roundMs,
          sizes: [bytes.length],
        });
        return { rate, cpuUs: (((await child.ask('cpu')).cpuMs - before.cpuMs) * 1000) / answers };
      });
      const [bare, own] = taken.map(
        (side) => `${medianOf(side, 'rate').toFixed(0)}/s, ${medianOf(side, 'cpuUs').toFixed(0)} µs`,
      );
      const share = medianRatio(taken[1], taken[0], 'rate').toFixed(3);
      const size = `${Buffer.byteLength(text)} → ${bytes.length} bytes`;
      rows.push([`${name}: ${title}`, encoding, size, bare, `**${share}** (${own})`]);
    }
  }
  for (const child of [gateway, ceiling, upstream]) await child.stop();

  printTable(
    `Compressed warm reads: answers a second as a share of the ceiling (${rounds} rounds of ${roundMs} ms, ` +
      `${CONNECTIONS} connections)`,
    ['', 'encoding', 'size', 'ceiling: bare `node:http`', 'gateway, the response is cached'],
    rows,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  await benchCompressed({ rounds: 11, roundMs: 250 });
