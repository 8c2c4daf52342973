import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const page = readFileSync(join(ROOT, 'docs', 'architecture.md'), 'utf8');

/** Files that tools write count for nobody who looks for a place. */
const GENERATED = ['generated.ts', 'schema-types.ts'];
const MOST_FILES = 15;

/** `folder` and all folders below it, as paths from the project's root. */
function foldersBelow(folder: string): string[] {
  const inside = readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'artefacts')
    .flatMap(({ name }) => foldersBelow(`${folder}/${name}`));
  return [folder, ...inside];
}

/** What the first column of the table below `title` lists. */
const listedBelow = (title: string): string[] => {
  const section = page.slice(page.indexOf(`## ${title}`)).split(/\n## /, 2)[0] ?? '';
  return section.split('\n').flatMap((line) => /^\| `([^`]+)`/.exec(line)?.[1] ?? []);
};

describe('docs/architecture.md', () => {
  it('lists every folder of src, and no other', () => {
    expect(listedBelow('The folders').sort()).toEqual(foldersBelow('src').sort());
  });

  it('names paths that exist', () => {
    const named = [...page.matchAll(/`((?:src|test|schema|docs)(?:\/[\w./-]+)?)`/g)].map(
      ([, path = '']) => path,
    );
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('says of ten changes where they belong', () => {
    const section = page.slice(page.indexOf("## A reader's test"));
    expect(section.match(/^\| .* \| `/gm)).toHaveLength(10);
  });
});

describe('the folders of src and test', () => {
  it(`hold at most ${MOST_FILES} files each`, () => {
    const full = [...foldersBelow('src'), ...foldersBelow('test')]
      .map((folder) => ({ folder, files: filesIn(folder).length }))
      .filter(({ files }) => files > MOST_FILES);
    expect(full).toEqual([]);
  });

  const filesIn = (folder: string): string[] =>
    readdirSync(join(ROOT, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile() && !GENERATED.includes(entry.name))
      .map(({ name }) => name);
});
