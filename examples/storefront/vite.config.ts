import { defineConfig } from 'vite';

/** Where `npm run dev` finds the gateway. */
const GATEWAY = process.env['GATEWAY_URL'] ?? 'http://127.0.0.1:4000';

export default defineConfig({
  // Relative: the gateway may be reached below any path.
  base: './',
  // JSX is esbuild's own business: no plugin.
  esbuild: { jsx: 'automatic' },
  // The package is a link to a folder from where the shop's own packages are out of sight.
  resolve: { dedupe: ['node-forge'] },
  build: {
    // The page is served under a policy that allows nothing inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
  // The gateway as if it served the page itself, the beacon's address with it.
  server: { proxy: { '/graphql': GATEWAY, '/carts': GATEWAY } },
});
