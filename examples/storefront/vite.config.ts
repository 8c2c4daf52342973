import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vite';

/** Where `npm run dev` finds the gateway. */
const GATEWAY = process.env['GATEWAY_URL'] ?? 'http://127.0.0.1:4000';

export default defineConfig({
  base: '/shop/',
  // JSX is esbuild's own business: no plugin.
  esbuild: { jsx: 'automatic' },
  resolve: {
    // The one implementation, from its source.
    alias: {
      'stagedoor/client': fileURLToPath(new URL('../../src/client/index.ts', import.meta.url)),
    },
    dedupe: ['node-forge'],
  },
  build: {
    // The page is served under a policy that allows nothing inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
  // The gateway as if it served the page itself, the beacon's address with it.
  server: { proxy: { '/graphql': GATEWAY, '/carts': GATEWAY } },
});
