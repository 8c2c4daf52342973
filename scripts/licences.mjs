// Writes docs/licences.md from the lockfile: what the product brings along, and under which licence. With `--check` it
// writes nothing and fails where the page is out of date. Fails, too, at a licence that nobody has thought about.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { format, resolveConfig } from 'prettier';

import { root } from './prepare.mjs';

/** Licences under which the product may be passed on without giving anything up. */
const WELCOME = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
]);

const PAGE = join(root, 'docs', 'licences.md');

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const brought = Object.entries(packages)
  // Packages of this project are not brought along: they are the product.
  .filter(([path, { dev, link }]) => path.includes('node_modules/') && !dev && !link)
  .map(([path, { version, license = 'none' }]) => ({
    name: path.replace(/^.*node_modules\//, ''),
    version,
    license,
  }))
  .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));

const unwelcome = brought.filter(({ license }) => !isWelcome(license));
for (const { name, version, license } of unwelcome) {
  process.stderr.write(`${name} ${version} is under ${license}: nobody has said that this will do.\n`);
}

const text = await format(
  `# Licences

What the product brings along when it is installed (\`npm ci --omit=dev\`), and under which licence. Written by
\`npm run licences\`.

| package | version | licence |
| --- | --- | --- |
${brought.map(({ name, version, license }) => `| \`${name}\` | ${version} | ${license} |`).join('\n')}
`,
  { ...(await resolveConfig(PAGE)), filepath: PAGE },
);
const isCheck = process.argv.includes('--check');
const isStale = isCheck && readFileSync(PAGE, 'utf8') !== text;
if (isStale) process.stderr.write('docs/licences.md is out of date: npm run licences\n');
if (!isCheck) writeFileSync(PAGE, text);
process.exitCode = isStale || unwelcome.length > 0 ? 1 : 0;

/** Whether a licence is welcome: of several at once all have to be, of a choice one. */
function isWelcome(license) {
  const terms = license.replace(/[()]/g, '');
  if (terms.includes(' OR ')) return terms.split(' OR ').some(isWelcome);
  return terms.split(' AND ').every((term) => WELCOME.has(term));
}
