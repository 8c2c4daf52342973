// `npm start`: from a bare clone to a gateway that serves. The gateway runs in this very process, so that signals
// reach it.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { prepareToStart, root } from './prepare.mjs';

await prepareToStart();
// An address rather than a path: in a folder with `#`, `?` or `%` in its name they differ.
await import(pathToFileURL(join(root, 'dist', 'main.js')).href);
