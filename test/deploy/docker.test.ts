import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { ValidationSeverity, validate } from 'dockerfile-utils';

import { ask } from '../support/house';
import { killPrograms, onlyChildOf, startProgram } from '../support/programs';
import { type RunCommand, type Stage, buildImage, copyContext } from './image';

const ROOT = join(__dirname, '..', '..');
const DOCKERFILE = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');
/** The packages that are built to pages. */
const SITES = ['playground', 'examples/storefront'];
const BUILD_MS = 5 * 60_000;
const isRoot = process.platform === 'linux' && process.getuid?.() === 0;

const linter = {
  deprecatedMaintainer: ValidationSeverity.ERROR,
  directiveCasing: ValidationSeverity.ERROR,
  emptyContinuationLine: ValidationSeverity.ERROR,
  instructionCasing: ValidationSeverity.ERROR,
  instructionCmdMultiple: ValidationSeverity.ERROR,
  instructionEntrypointMultiple: ValidationSeverity.ERROR,
  instructionHealthcheckMultiple: ValidationSeverity.ERROR,
  instructionJSONInSingleQuotes: ValidationSeverity.ERROR,
  instructionWorkdirRelative: ValidationSeverity.ERROR,
};

/** Runs what RUN runs, but takes packages from this project instead of a registry: they are the lockfile's. */
const run: RunCommand = (command, cwd) => {
  if (command.startsWith('npm ci ')) {
    expect(command).toContain(' --omit=dev ');
    return copyDependencies(cwd);
  }
  if (command.startsWith('npm pack ')) ['.', ...SITES].forEach((path) => linkPackages(join(cwd, path), path));
  // Only root may give files away.
  if (command.startsWith('chown ') && !isRoot) return;
  execFileSync('sh', ['-c', command], { cwd, stdio: 'pipe' });
};

/** Copies the packages that npm would install without those for development. */
function copyDependencies(folder: string): void {
  const lockfile = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  const { packages } = JSON.parse(lockfile) as { packages: Record<string, { dev?: true; link?: true }> };
  for (const [path, { dev, link }] of Object.entries(packages))
    // What is nested in a package is copied with it.
    if (/^node_modules\/(@[^/]+\/)?[^/]+$/.test(path) && !dev && !link)
      cpSync(join(ROOT, path), join(folder, path), { recursive: true });
}

/** The packages of a part of this project, as if they had been installed. Building the playground takes too long here. */
function linkPackages(folder: string, path: string): void {
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  for (const name of readdirSync(join(ROOT, path, 'node_modules')))
    if (!name.startsWith('.') || name === '.bin')
      symlinkSync(join(ROOT, path, 'node_modules', name), join(modules, name));
  cpSync(join(folder, 'package-lock.json'), join(modules, '.stagedoor-installed'));
  if (path !== 'playground') return;
  cpSync(join(ROOT, path, 'dist'), join(folder, 'dist'), { recursive: true });
  writeFileSync(join(modules, '.stagedoor-built'), '');
}

describe('the Dockerfile', () => {
  it('has no fault that a linter finds', () => {
    expect(validate(DOCKERFILE, linter).map(({ message }) => message)).toEqual([]);
    expect(validate(DOCKERFILE.replace('["serve"]', "['serve']"), linter)).toHaveLength(1);
  });

  it('gives Node the same options as npm start', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const options = scripts['start']?.match(/--\S+/g) ?? [];
    expect(options).toHaveLength(2);
    for (const option of options) expect(DOCKERFILE).toContain(`"${option}"`);
  });
});

describe('the image, built in a folder', () => {
  let context: string;
  let image: Stage;
  let stateDir: string;

  beforeAll(() => {
    context = copyContext(ROOT);
    image = buildImage(DOCKERFILE, context, run);
    stateDir = join(image.root, '/var/lib/stagedoor');
  }, BUILD_MS);
  afterEach(killPrograms);
  afterAll(() => {
    for (const folder of [context, (image as Stage | undefined)?.root])
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  /**
   * Runs a command as a container does: as its process 1 and its user, with nothing to write to but its volume. Where
   * that takes more rights than the test has, as an ordinary process.
   */
  const start = (command: readonly string[], env: Record<string, string> = {}) => {
    const { config, root } = image;
    const [node, ...args] = command;
    expect(node).toBe('node');
    const [uid, gid] = config.user.split(':');
    const isolated = [
      ...['unshare', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc', 'sh', '-c'],
      // The volume stays writable, since it is mounted of its own.
      'mount --bind "$STATE_DIR" "$STATE_DIR" && mount -o remount,ro,bind / && exec "$@"',
      ...['sh', 'setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--no-new-privs'],
      ...['--bounding-set=-all', process.execPath],
    ];
    const [program = '', ...rest] = isRoot ? isolated : [process.execPath];
    return startProgram(program, [...rest, ...args], {
      cwd: join(root, config.workdir),
      env: { ...config.env, STATE_DIR: stateDir, SHUTDOWN_DRAIN_SECONDS: '0', ...env },
    });
  };

  it('has the packed server and its dependencies, and no sources, tests or secrets', () => {
    expect(readdirSync(join(image.root, 'app')).sort()).toEqual(
      [
        ...['CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md', 'package.json'],
        ...[
          'deploy',
          'dist',
          'docs',
          'examples',
          'landing',
          'node_modules',
          'playground',
          'schema',
          'status',
        ],
      ].sort(),
    );
    expect(existsSync(join(image.root, 'app/dist/main.js'))).toBe(true);
    expect(existsSync(join(image.root, 'app/examples/storefront/dist/index.html.br'))).toBe(true);
    expect(existsSync(join(context, 'test'))).toBe(false);
  });

  it('runs as a user with a number other than root’s, with Node as process 1, and keeps its ledger in a volume', () => {
    const { user, volumes, env, entrypoint, cmd, healthCheck } = image.config;
    expect(user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(volumes).toEqual([env['STATE_DIR']]);
    expect(entrypoint[0]).toBe('node');
    expect(cmd).toEqual(['serve']);
    expect(healthCheck.slice(0, 2)).toEqual(['node', '-e']);
    expect(env).toMatchObject({ NODE_ENV: 'production', HOST: '0.0.0.0' });
  });

  it('serves with a read-only root file system, is found healthy, and ends in good order on SIGTERM', async () => {
    // Above the folder of the image, its user may not look.
    chmodSync(image.root, 0o755);
    if (isRoot) chownSync(stateDir, 1000, 1000);
    const { entrypoint, cmd, healthCheck } = image.config;
    const gateway = start([...entrypoint, ...cmd], { PORT: '0' });
    const url = (await gateway.saw(/open at (http:\S+)\/graphql/)).replace('0.0.0.0', '127.0.0.1');
    expect((await ask(url, '{ event(id: "NOTIMEZONE000001") { name } }')).data.event.name).toBe(
      'No Time Zone',
    );
    expect(readdirSync(stateDir)).toEqual(['ledger']);

    const isHealthy = () => start(healthCheck, { PORT: new URL(url).port }).ended();
    expect(await isHealthy()).toBe(0);
    process.kill(isRoot ? onlyChildOf(gateway.child) : (gateway.child.pid ?? 0), 'SIGTERM');
    expect(await gateway.ended()).toBe(0);
    expect(await isHealthy()).toBe(1);
  });

  it('runs other commands in place of its own', async () => {
    const check = start([...image.config.entrypoint, 'check']);
    const code = await check.ended();
    expect(check.printed()).toContain('notice    NODE_ENV is production, but no partner credentials are set');
    expect(code).toBe(0);
  });
});
