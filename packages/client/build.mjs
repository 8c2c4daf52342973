// `npm run build`: compiles `src` twice, to ES modules and to CommonJS, each with its types.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');

rmSync(join(folder, 'dist'), { recursive: true, force: true });
build('esm', 'esnext', 'module');
build('cjs', 'commonjs', 'commonjs');

function build(name, module, type) {
  const out = join(folder, 'dist', name);
  const args = ['-p', folder, '--noEmit', 'false', '--declaration', '--module', module, '--outDir', out];
  const { status } = spawnSync(process.execPath, [compiler, ...args], { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
  writeFileSync(join(out, 'package.json'), `${JSON.stringify({ type })}\n`);
  for (const file of readdirSync(out).filter((each) => each.endsWith('.d.ts'))) {
    const types = readFileSync(join(out, file), 'utf8');
    // The compiler rewrites imports in code only.
    writeFileSync(join(out, file), types.replace(/(from '\.\/[\w-]+)\.ts'/g, "$1.js'"));
  }
}
