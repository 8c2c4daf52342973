// Vite resolves modules by addresses, so it cannot build in a folder with `#`, `?` or `%` in its path. There, a page is
// built in a copy of it elsewhere.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/**
 * Runs `build` in the folder of a page, or in a copy of it if the path requires that, and leaves the result in the
 * folder's `dist`.
 *
 * @param sources folders outside of the page's own that it includes, relative to it.
 */
export async function inPlainFolder(root, folder, sources, build) {
  if (!/[#?%]/.test(folder)) return build(folder);
  const copy = mkdtempSync(join(tmpdir(), 'stagedoor-build-'));
  const copyOf = (path) => join(copy, relative(root, path));
  try {
    for (const path of [folder, ...sources.map((source) => join(folder, source))])
      cpSync(path, copyOf(path), { recursive: true, verbatimSymlinks: true });
    await build(copyOf(folder));
    rmSync(join(folder, 'dist'), { recursive: true, force: true });
    cpSync(join(copyOf(folder), 'dist'), join(folder, 'dist'), { recursive: true });
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
