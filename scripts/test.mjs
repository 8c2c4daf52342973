// `npm test`: everything that must hold, from a bare clone on. Arguments go to jest: `npm test -- test/carts`. In CI
// (where `CI` is set) the dependencies are audited, too: what came to be known of them must not stop a developer's tests.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

import { prepare, root, run, runTool, tryTool } from './prepare.mjs';

await prepare();
if (process.env.CI) await run(process.execPath, `${root}/scripts/audit.mjs`);
await run('npm', 'run', '--silent', 'check');
await runTool('tsc', '-p', 'playground');
await runTool('tsc', '-p', 'examples/storefront');

// A second run of the chaos test must repeat the first.
process.env.CHAOS_SEED ??= String(Math.floor(Math.random() * 1e9));
const args = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'stagedoor-tests-'));
const report = join(folder, 'report.json');
// A failed test may leave a server or a process open, and jest would wait for it for ever. In CI a red run must end.
const inCi = process.env.CI ? ['--forceExit'] : [];
const passed = await tryTool('jest', ...inCi, '--json', '--outputFile', report, ...args);
const red = passed ? [] : failedFiles();
rmSync(folder, { recursive: true });
if (!passed) await runAlone(red);

/** The test files of which something failed. */
function failedFiles() {
  if (!existsSync(report)) return [];
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  return testResults.filter(({ status }) => status === 'failed').map(({ name }) => relative(root, name));
}

/**
 * Runs the files that failed again, one after the other: on a busy machine another test can take the processor for longer than
 * a test of many processes waits. What fails alone, too, is wrong. What passes now is named, so that it gets fixed.
 */
async function runAlone(files) {
  if (files.length === 0) process.exit(1);
  process.stdout.write(`\nFailed beside others, and run again alone:\n${files.map(line).join('')}\n`);
  await runTool('jest', ...inCi, '--runInBand', '--runTestsByPath', ...files);
  process.stdout.write(`\nFailed beside others and passed alone:\n${files.map(line).join('')}`);
}

function line(file) {
  return `  ${file}\n`;
}
