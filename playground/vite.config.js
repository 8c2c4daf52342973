import { defineConfig } from 'vite';

export default defineConfig({
  // Relative: the gateway may be reached below any path.
  base: './',
  // `npm run dev` serves the page by itself and asks a gateway on its usual port.
  server: { proxy: { '/graphql': 'http://127.0.0.1:4000' } },
  build: { target: 'es2022', chunkSizeWarningLimit: 4000 },
});
