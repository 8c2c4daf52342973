// `npm run settings-doc`: writes docs/settings.md from src/settings. With `--check` it writes nothing and fails where the
// page is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { buildGateway, root } from './prepare.mjs';

const PAGE = join(root, 'docs', 'settings.md');

await buildGateway();
const { format, resolveConfig } = await import('prettier');
const { settingsPage } = await import(pathToFileURL(join(root, 'dist', 'settings', 'index.js')).href);
const text = await format(settingsPage(), { ...(await resolveConfig(PAGE)), filepath: PAGE });
if (!process.argv.includes('--check')) writeFileSync(PAGE, text);
else if (readFileSync(PAGE, 'utf8') !== text) {
  process.stderr.write('docs/settings.md is out of date: npm run settings-doc\n');
  process.exitCode = 1;
}
