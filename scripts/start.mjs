// `npm start`: from a bare clone to a gateway that serves. The gateway runs in this very process, so that signals
// reach it.
import { prepare, root } from './house-keeping.mjs';

await prepare();
await import(`${root}/dist/main.js`);
