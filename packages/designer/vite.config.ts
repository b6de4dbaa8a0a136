import { defineConfig } from 'vite';

/** The designer as static files, served by the form server below /designer/. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/designer/',
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    target: 'es2022',
    // Monaco is one large piece by nature; it is loaded by authors only.
    chunkSizeWarningLimit: 6000,
  },
  worker: { format: 'es' },
});
