import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Its figures mean nothing here: other tests run beside it. */
it('the benches of reads still run, and every answer in them is right', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['bench/reads.mjs', '--check']);
  expect(stdout).toContain('W1');
  expect(stdout).toMatch(/\| 500\s+\| 1\s+\|/);
});
