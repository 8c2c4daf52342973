// What reads of events cost: the share of the ceiling that warm ones reach, plain and compressed, the processor time of cold ones, and how
// either grows. With `--check`, only whether all answers are right.
import { benchCold } from './cold.mjs';
import { benchCompressed } from './compressed.mjs';
import { benchGrowth } from './growth.mjs';
import { benchWarm } from './warm.mjs';

const isCheck = process.argv.includes('--check');
const shortest = { rounds: 1, roundMs: 100 };

await benchWarm(isCheck ? shortest : { rounds: 11, roundMs: 250 });
await benchCompressed(isCheck ? shortest : { rounds: 11, roundMs: 250 });
await benchCold(isCheck ? shortest : { rounds: 7, roundMs: 1000 });
await benchGrowth(isCheck ? { ...shortest, events: 2000 } : { rounds: 3, roundMs: 700, events: 50_000 });
