import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(__dirname, '..', '..');

const run = async (cwd: string, program: string, ...args: string[]): Promise<string> =>
  (await promisify(execFile)(program, args, { cwd, maxBuffer: 8 * 1024 * 1024 })).stdout;

/** Packs the server into `folder` without building it again. Resolves to the tarball, and the files in it. */
export async function packServer(folder: string): Promise<{ tarball: string; files: string[] }> {
  const options = ['--ignore-scripts', '--json', '--loglevel=error', '--pack-destination', folder];
  const [packed] = JSON.parse(await run(folder, 'npm', 'pack', ROOT, ...options)) as [
    { filename: string; files: { path: string }[] },
  ];
  return { tarball: join(folder, packed.filename), files: packed.files.map(({ path }) => path) };
}

/** Unpacks a tarball of npm into `folder`. */
export async function unpack(tarball: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await run(folder, 'tar', '-xzf', tarball, '--strip-components=1');
}

/** Links the packages that the server declares, and no others, into `folder`: as if npm had installed them. */
export function linkDependencies(folder: string): void {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  for (const name of Object.keys(dependencies)) {
    const to = join(folder, 'node_modules', name);
    mkdirSync(dirname(to), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), to);
  }
}

/** Installs the packed server in the empty `folder`, without a network. */
export async function installServer(folder: string, tarball: string): Promise<void> {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  await unpack(tarball, join(folder, 'node_modules', 'stagedoor'));
  linkDependencies(folder);
  // Links the command, as an installation does.
  await run(folder, 'npm', 'rebuild', 'stagedoor', '--ignore-scripts', '--offline', '--loglevel=error');
}
