// `npm run rehearsal`: plays a sale morning on this machine, and writes a report of it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { OptionsError, readOptions } from './plan/options.mjs';
import { drawPlan, summaryOfPlan } from './plan/plan.mjs';
import { page } from './report/page.mjs';
import { resultOf } from './report/result.mjs';
import { clock } from './report/words.mjs';
import { playMorning } from './stage/morning.mjs';
import { startProgress } from './stage/progress.mjs';

try {
  const options = readOptions(process.argv.slice(2));
  if (options !== null) await rehearse(options);
} catch (error) {
  if (!(error instanceof OptionsError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function rehearse(options) {
  const plan = drawPlan(options);
  if (options.onlyPlan) {
    process.stdout.write(`${JSON.stringify(summaryOfPlan(plan), null, 2)}\n`);
    return;
  }
  const { shoppers, readers, callsPerSecond, seed } = options;
  process.stderr.write(
    `${shoppers} shoppers and ${readers} readers at ${callsPerSecond} calls a second, seed ${seed}: about ${roughly(plan.expectedSeconds)}.\n` +
      'Fewer shoppers or more calls a second make it shorter.\n',
  );
  const progress = startProgress(shoppers);
  const happened = await playMorning(plan, options, progress.update);
  progress.stop();
  const result = resultOf(happened, plan, options);
  const folder = resolve(options.out);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'rehearsal.json'), `${JSON.stringify(result, null, 2)}\n`);
  writeFileSync(join(folder, 'rehearsal.html'), page(result));
  process.stderr.write(`It took ${clock(happened.seconds)}. The report: ${join(folder, 'rehearsal.html')}\n`);
  process.exit(0);
}

/** A time in words that is no more exact than an estimate. */
function roughly(seconds) {
  if (seconds < 90) return `${Math.max(10, Math.round(seconds / 10) * 10)} seconds`;
  return `${Math.round(seconds / 60)} minutes`;
}
