// What reads of events cost: the share of the ceiling that warm ones reach, and the processor time of cold ones. With
// `--check`, only whether all answers are right.
import { benchCold } from './cold.mjs';
import { benchWarm } from './warm.mjs';

const pace = process.argv.includes('--check') ? { rounds: 1, roundMs: 100 } : { rounds: 5, roundMs: 1000 };

await benchWarm(pace);
await benchCold(pace);
