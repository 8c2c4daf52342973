// `npm run build`: installs what is missing and builds the gateway to `dist`, and the pages that it serves.
import { prepare } from './prepare.mjs';

await prepare();
