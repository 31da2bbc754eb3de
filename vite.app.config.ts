import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressPlugin } from './scripts/build-plugins.ts'
import { modelPlugin } from './scripts/model-plugin.ts'
import { moduleListPlugin } from './scripts/module-list-plugin.ts'

const outDir = resolve(import.meta.dirname, 'dist/web/app')

/** The therapist's pages. */
export default defineConfig({
  root: resolve(import.meta.dirname, 'src/web/app'),
  base: '/app/',
  plugins: [
    react(),
    modelPlugin(),
    moduleListPlugin(resolve(import.meta.dirname, 'dist/app-modules.json')),
    compressPlugin(outDir),
  ],
  server: { proxy: { '/api': 'http://127.0.0.1:8420' } },
  build: {
    outDir,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
})
