import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { type Metafile, build } from 'esbuild';
import { buildASTSchema, isScalarType, isSpecifiedScalarType, parse } from 'graphql';

const ROOT = join(__dirname, '..', '..');
const README = readFileSync(join(ROOT, 'packages', 'client', 'README.md'), 'utf8');

/** Bundles a page that has this program, from the package as it is published. */
async function bundle(program: string): Promise<{ gzippedBytes: number; metafile: Metafile; text: string }> {
  const { metafile, outputFiles } = await build({
    stdin: { contents: program, resolveDir: ROOT },
    bundle: true,
    format: 'esm',
    logLevel: 'silent',
    metafile: true,
    minify: true,
    platform: 'browser',
    target: 'es2022',
    write: false,
  });
  const { contents = new Uint8Array(), text = '' } = outputFiles[0] ?? {};
  return { gzippedBytes: gzipSync(contents).length, metafile, text };
}

/** What the README says that an import adds to a page. */
function statedKilobytes(subject: string): number {
  const size = new RegExp(`\\| ${subject} +\\| ([\\d.]+) kB`).exec(README)?.[1];
  if (size === undefined) throw new Error(`The README does not state the size of ${subject}.`);
  return Number(size);
}

const CART_SESSION = "import { CartSession } from '@stagedoor/client'; globalThis.it = CartSession;";
const FOLLOW = "import { follow } from '@stagedoor/client'; globalThis.it = follow;";
const CARD = "import { encryptCard } from '@stagedoor/client/card'; globalThis.it = encryptCard;";

describe('the client package', () => {
  it.each([
    ['`CartSession`, `follow` inside', CART_SESSION],
    ['`follow` alone', FOLLOW],
    ['`encryptCard`, `node-forge` inside', CARD],
  ])('adds as much to a page as its README says: %s', async (subject, program) => {
    const { gzippedBytes } = await bundle(program);
    const stated = statedKilobytes(subject);
    expect(gzippedBytes / 1000).toBeLessThanOrEqual(stated);
    expect(gzippedBytes / 1000).toBeGreaterThan(stated * 0.85);
  });

  it('is bundled without card encryption where a page does not import that, and without anything of Node', async () => {
    const { metafile } = await bundle(CART_SESSION);
    const inputs = Object.values(metafile.inputs).flatMap(({ imports }) => imports.map(({ path }) => path));
    expect(inputs.filter((path) => path.includes('forge') || isBuiltin(path))).toEqual([]);
    expect(
      Object.keys(metafile.inputs).filter((path) => !/^<stdin>$|^packages\/client\/dist\/esm\//.test(path)),
    ).toEqual([]);
  });

  it('leaves out what a page does not use', async () => {
    expect((await bundle("import '@stagedoor/client';")).text).toBe('');
    expect((await bundle(FOLLOW)).text).not.toContain('sendBeacon');
  });

  it('can be required and imported', async () => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const required = require('@stagedoor/client') as object;
    expect(Object.keys(required).sort()).toEqual(['CartSession', 'follow']);
    const { exports: entries } = JSON.parse(
      readFileSync(join(ROOT, 'packages', 'client', 'package.json'), 'utf8'),
    ) as { exports: Record<string, Record<string, { types: string; default: string }>> };
    for (const entry of ['.', './card', './codegen']) {
      for (const path of Object.values(entries[entry] ?? {}).flatMap(({ types, default: code }) => [
        types,
        code,
      ]))
        expect(readFileSync(join(ROOT, 'packages', 'client', path), 'utf8')).not.toMatch(
          /from '\.\/[\w-]+(\.ts)?'/,
        );
    }
  });
});

describe('the codegen preset', () => {
  it.each(["require('@stagedoor/client/codegen')", "await import('@stagedoor/client/codegen')"])(
    'knows every scalar of the schema: %s',
    (load) => {
      const program = `(async () => console.log(JSON.stringify((${load}).scalars)))()`;
      const printed = execFileSync(process.execPath, ['-e', program], { cwd: ROOT, encoding: 'utf8' });
      const text = readFileSync(join(ROOT, 'schema', 'scalars.graphql'), 'utf8');
      const schema = buildASTSchema(parse(`${text} type Query { a: Int }`));
      const own = Object.values(schema.getTypeMap()).filter(
        (type) => isScalarType(type) && !isSpecifiedScalarType(type),
      );
      expect(JSON.parse(printed)).toEqual(Object.fromEntries(own.map(({ name }) => [name, 'string'])));
    },
  );
});
