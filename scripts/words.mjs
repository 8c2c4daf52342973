// `npm run words`: finds words and phrases that are not plain technical English, and names what to write instead. Checks
// code, tests, schema and documents, but not what others wrote (the manual's samples) or tools write.
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';

import { root } from './prepare.mjs';

/** What to look for, as whole words in any case, and what to write instead. */
const WORDS = [
  ['tells?|told|telling|untold', 'return, report, state, send'],
  ['whoever|whosoever', 'the caller, the client, anyone who'],
  ['somebody|someone', 'the caller, the client, another process'],
  ['he|him|his|himself', 'they, the caller, the client'],
  ['to itself', 'exclusively'],
  ['at hand', 'cached, available'],
  ['lets? go of|letting go of', 'release, free, drop'],
  ['gone through', 'scanned, read'],
  ['comes? to (?:its|an|their) end', 'end'],
  ['into words|worded', 'serialize'],
  ['moods?', 'behaviour'],
  ['wish|wishes', 'request, selection'],
  ['(?:the|at the|front) door', 'the HTTP endpoints, access control'],
  ['rooms', 'folder, service'],
  ['us(?:ed|es|e|ing) up', 'exhaust'],
  ['anew', 'again'],
  ['beforehand', 'in advance'],
  ['lest|hence|whence|thence|wherein|hitherto|henceforth', 'a plain word'],
  ['mends?|mended|mending', 'fix, correct'],
  ['(?:makes?|made|making) sense of', 'read, validate'],
  ['senseless', 'invalid'],
].map(([pattern, instead]) => ({ pattern: new RegExp(`\\b(?:${pattern})\\b`, 'gi'), instead }));

const FOLDERS = [
  'bench',
  'docs',
  'examples',
  'landing',
  'status',
  'packages',
  'playground',
  'schema',
  'scripts',
  'src',
  'test',
];
const EXTENSIONS = new Set(['.ts', '.tsx', '.mjs', '.cjs', '.js', '.html', '.css', '.graphql', '.md']);
/** Written by others or by tools; and this list. */
const SKIPPED = new Set([
  ...['node_modules', 'dist', 'artefacts', 'samples', 'fixtures', 'gql'],
  ...['licences.md', 'generated', 'generated.ts', 'schema-types.ts', 'words.mjs'],
]);

const pages = readdirSync(root).filter((name) => extname(name) === '.md');
const files = [...pages, ...FOLDERS.flatMap(filesBelow)];

const findings = files.flatMap((path) => {
  const lines = readFileSync(join(root, path), 'utf8').split('\n');
  return lines.flatMap((line, index) =>
    WORDS.flatMap(({ pattern, instead }) =>
      [...line.matchAll(pattern)].map(([found]) => `${path}:${index + 1} "${found}": write ${instead}`),
    ),
  );
});
for (const finding of findings) process.stderr.write(`${finding}\n`);
process.exitCode = findings.length > 0 ? 1 : 0;

/** The files to check below a folder, as paths from the project's root. */
function filesBelow(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !SKIPPED.has(name))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(path);
      return EXTENSIONS.has(extname(path)) ? [path] : [];
    });
}
