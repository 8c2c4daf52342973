// `npm start`: from a bare clone to a gateway that serves. The gateway runs in this very process, so that signals
// reach it.
import { prepareToStart, root } from './house-keeping.mjs';

await prepareToStart();
await import(`${root}/dist/main.js`);
