import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

interface Lockfile {
  readonly packages: Readonly<Record<string, { integrity?: string; resolved?: string; link?: boolean }>>;
}

const lockfile = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lockfile;
/** Without this project and its own packages, which are links to folders of it. */
const packages = Object.entries(lockfile.packages).filter(
  ([path, { link, resolved }]) =>
    path !== '' && !path.startsWith('packages/') && !(link && resolved?.startsWith('packages/')),
);

describe('the lockfile', () => {
  it('names the content of every package, so that no other can be installed in its place', () => {
    const unsure = packages.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''));
    expect(unsure.map(([path]) => path)).toEqual([]);
  });

  it('names no place to load from: that is for each machine to say', () => {
    const placed = packages.filter(([, { resolved, link }]) => resolved !== undefined || link);
    expect(placed.map(([path]) => path)).toEqual([]);
    expect(existsSync(join(ROOT, '.npmrc'))).toBe(false);
  });
});

describe('package.json', () => {
  it('names exact versions', () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(ROOT, 'package.json'), 'utf8'),
    ) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });
});

describe('docs/dependencies.md', () => {
  it('gives a reason for every direct dependency, and lists no other package', () => {
    const page = readFileSync(join(ROOT, 'docs', 'dependencies.md'), 'utf8');
    const listed = page.split('\n').flatMap((line) => /^\| `([^`]+)` +\| \S/.exec(line)?.[1] ?? []);
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(ROOT, 'package.json'), 'utf8'),
    ) as Record<'dependencies' | 'devDependencies', object>;
    expect(listed).toEqual([...Object.keys(dependencies), ...Object.keys(devDependencies)]);
  });
});

describe('docs/licences.md', () => {
  it('lists every package of the product, all under licences that will do', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/licences.mjs', '--check'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
});
