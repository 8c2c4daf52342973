// Compresses the files of a built page once, so that the gateway need not do it for every browser.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What shrinks; pictures and fonts of the web do not. */
const SHRINKS = /\.(js|css|html|svg|json|map|txt)$/;

/** Beyond 9 brotli takes ten times as long for a twentieth of the size. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** Writes `x.br` and `x.gz` beside every file `x` in the folder that shrinks. */
export async function compressFiles(folder) {
  const names = await readdir(folder, { recursive: true });
  await Promise.all(names.filter((name) => SHRINKS.test(name)).map((name) => compress(join(folder, name))));
}

async function compress(path) {
  const content = await readFile(path);
  const [small, older] = await Promise.all([
    promisify(brotliCompress)(content, BROTLI),
    promisify(gzip)(content, { level: 9 }),
  ]);
  await Promise.all([writeFile(`${path}.br`, small), writeFile(`${path}.gz`, older)]);
}
