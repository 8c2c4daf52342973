// What reads of events cost: the share of the ceiling that warm ones reach, the processor time of cold ones, and how
// either grows. With `--check`, only whether all answers are right.
import { benchCold } from './cold.mjs';
import { benchGrowth } from './growth.mjs';
import { benchWarm } from './warm.mjs';

const isCheck = process.argv.includes('--check');
const pace = isCheck ? { rounds: 1, roundMs: 100 } : { rounds: 5, roundMs: 700 };

await benchWarm(pace);
await benchCold(isCheck ? pace : { rounds: 3, roundMs: 2000 });
await benchGrowth({ ...pace, rounds: isCheck ? 1 : 3, events: isCheck ? 2000 : 50_000 });
