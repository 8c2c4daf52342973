// `npm start`: from a bare clone to a gateway that serves. The gateway runs in this very process, so that signals
// reach it.
import { build, install, root } from './house-keeping.mjs';

install();
build();
await import(`${root}/dist/main.js`);
