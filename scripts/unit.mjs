// `npm run unit -- test/carts`: runs the named tests and nothing else. Arguments go to jest. Installs nothing, and builds
// `dist` only for tests that start it.
import { spawnSync } from 'node:child_process';
import { join, relative } from 'node:path';

import { buildClient, buildGateway, root, run } from './prepare.mjs';

/** The folders whose tests use the client package as it is published. */
const NEED_CLIENT = ['test/client/', 'test/clients/', 'test/process/'];

/** The folders and files whose tests run the built gateway, in a process of its own. */
const NEED_DIST = [
  'test/chaos/',
  'test/crash/',
  'test/events/reduced-icu.test.ts',
  'test/process/',
  'test/storage/',
];

const JEST = join(root, 'node_modules', 'jest', 'bin', 'jest.js');

const args = process.argv.slice(2);
if (!args.some((arg) => arg.startsWith('--watch'))) {
  const paths = selectedTests();
  if (paths.some(isIn(NEED_DIST))) await buildGateway();
  if (paths.some(isIn(NEED_CLIENT))) await buildClient();
}
await run(process.execPath, JEST, ...args);

/** The paths, relative to the project's folder, of the test files that the arguments select. */
function selectedTests() {
  const { stdout } = spawnSync(process.execPath, [JEST, '--listTests', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return stdout.split('\n').map((path) => relative(root, path).replaceAll('\\', '/'));
}

function isIn(starts) {
  return (path) => starts.some((start) => path.startsWith(start));
}
