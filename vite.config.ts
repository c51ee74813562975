import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { noncePlaceholder } from './api/schemas/page-nonce.ts';

// The interface alone, beside a running `npm start`: `vite` reads its address from the command line's environment.
const api = 'http://127.0.0.1:8080';

/** The web interface: sources in web/, built into dist/web, where the API serves it. */
export default defineConfig({
  root: resolve(import.meta.dirname, 'web'),
  plugins: [react()],
  html: { cspNonce: noncePlaceholder },
  build: {
    outDir: resolve(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    manifest: true,
    // A data: address would need an exception in the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        comments: { legal: false },
      },
    },
  },
  server: { proxy: { '/api': { target: api, changeOrigin: false } } },
});
