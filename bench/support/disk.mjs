import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

import { temporaryFolder } from './leave-nothing.mjs';

/** How long each of `count` writes of 4 KiB takes to reach the disk that the ledger is on, in milliseconds. */
export function timesToDisk(count) {
  const page = Buffer.alloc(4096);
  const file = openSync(join(temporaryFolder(), 'pages'), 'w');
  const times = Array.from({ length: count }, () => {
    const startedAt = performance.now();
    writeSync(file, page);
    fdatasyncSync(file);
    return performance.now() - startedAt;
  });
  closeSync(file);
  return times;
}
