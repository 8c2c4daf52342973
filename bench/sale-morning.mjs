// W7: a sale morning under upstream's quota. How well the quota is spent, in what order shoppers are served, and what
// those who wait in line cost.
import assert from 'node:assert/strict';

import { benchLine } from './line.mjs';
import { benchServing } from './serving.mjs';

const serving = await benchServing();
const line = await benchLine();

assert(serving.ratio <= 1.15, `Serving took ${serving.ratio.toFixed(2)} times what the quota allows.`);
assert(serving.refused <= 0.01, `Upstream refused ${(serving.refused * 100).toFixed(1)} % of the calls.`);
assert(serving.jain >= 0.95, `Jain's index is ${serving.jain.toFixed(3)}.`);
assert(line.heapEach <= 4096, `A shopper in line costs ${Math.round(line.heapEach)} bytes.`);
