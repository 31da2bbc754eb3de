import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { compressPlugin, precachePlugin } from './scripts/build-plugins.ts'
import { modelPlugin } from './scripts/model-plugin.ts'
import { moduleListPlugin } from './scripts/module-list-plugin.ts'
import { oneDocumentPlugin } from './scripts/one-document-plugin.ts'
import { oneLanguagePlugin } from './scripts/one-language-plugin.ts'

const outDir = resolve(import.meta.dirname, 'dist/web/p')
const root = resolve(import.meta.dirname, 'src/web/partner')

/** The partner's pages: React's interface over Preact, and light checks for the library's, so that the first question waits for little. */
export default defineConfig({
  root,
  base: '/p/',
  plugins: [
    modelPlugin(),
    oneLanguagePlugin('virtual:model/partner/first'),
    moduleListPlugin(resolve(import.meta.dirname, 'dist/partner-modules.json')),
    oneDocumentPlugin({
      html: 'index.html',
      base: '/p/',
      early: 'early',
      first: 'index',
      later: {
        en: ['/partner.en.ts', 'seat', '/model.en.ts'],
        fr: ['/partner.fr.ts', 'seat', '/model.fr.ts'],
      },
    }),
    precachePlugin('worker.js', '/p/'),
    compressPlugin(outDir),
  ],
  resolve: {
    alias: {
      'react/jsx-runtime': 'preact/jsx-runtime',
      'react-dom/client': 'preact/compat/client',
      'react-dom': 'preact/compat',
      react: 'preact/compat',
      'zod/mini': resolve(root, 'light-checks.ts'),
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8420' } },
  build: {
    outDir,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // What stands in the page itself is no file to fetch.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, needed) => needed.filter(name => !/assets\/index-/.test(name)),
    },
    rollupOptions: {
      input: {
        index: resolve(root, 'index.html'),
        early: resolve(root, 'early.ts'),
        worker: resolve(import.meta.dirname, 'src/client/partner-worker.ts'),
      },
      output: {
        entryFileNames: chunk => (chunk.name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js'),
        // What the first question needs is one script, which stands in the page itself; what runs before it is another.
        codeSplitting: {
          groups: [
            {
              name: 'first',
              tags: ['$initial'],
              test: id => !/(partner-worker|early|early-standing)\.ts$/.test(id),
              priority: 2,
            },
            // One file with all that opens a seat and asks its questions; it comes while the link is looked at and claimed.
            { name: 'seat', test: /(seat-opening\.ts|seat\.page\.tsx)$/, priority: 1 },
          ],
        },
      },
    },
  },
})
