// Whatever a bench starts or makes ends with it: also when it fails, and when it is interrupted.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = new Set();
const children = new Set();

process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
  // A process that was just killed may still be writing.
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

/** A new folder, removed when this process ends. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'stagedoor-bench-'));
  folders.add(folder);
  return folder;
}

/** Has `child` killed when this process ends, should it still be there. */
export function killAtTheEnd(child) {
  children.add(child);
  child.once('exit', () => children.delete(child));
}
