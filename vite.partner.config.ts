import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { compressPlugin, precachePlugin } from './scripts/build-plugins.ts'
import { modelPlugin } from './scripts/model-plugin.ts'
import { moduleListPlugin } from './scripts/module-list-plugin.ts'

const outDir = resolve(import.meta.dirname, 'dist/web/p')
const root = resolve(import.meta.dirname, 'src/web/partner')

/** The partner's pages: React's interface over Preact, so that the first question waits for little. */
export default defineConfig({
  root,
  base: '/p/',
  plugins: [
    modelPlugin(),
    moduleListPlugin(resolve(import.meta.dirname, 'dist/partner-modules.json')),
    precachePlugin('worker.js', '/p/'),
    compressPlugin(outDir),
  ],
  resolve: {
    alias: {
      'react/jsx-runtime': 'preact/jsx-runtime',
      'react-dom/client': 'preact/compat/client',
      'react-dom': 'preact/compat',
      react: 'preact/compat',
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8420' } },
  build: {
    outDir,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: {
        index: resolve(root, 'index.html'),
        worker: resolve(import.meta.dirname, 'src/client/partner-worker.ts'),
      },
      output: {
        entryFileNames: chunk => (chunk.name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js'),
        // On a slow network each file costs a kilobyte of headers and a wait: all that the first question needs is one.
        codeSplitting: {
          groups: [{ name: 'first', tags: ['$initial'], test: id => !id.endsWith('partner-worker.ts') }],
        },
      },
    },
  },
})
