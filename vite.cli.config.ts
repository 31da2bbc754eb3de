import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { modelPlugin } from './scripts/model-plugin.ts'
import { moduleListPlugin } from './scripts/module-list-plugin.ts'

/** The command line and the server. */
export default defineConfig({
  plugins: [modelPlugin(), moduleListPlugin(resolve(import.meta.dirname, 'dist/cli-modules.json'))],
  build: {
    ssr: resolve(import.meta.dirname, 'src/cli/groundwork.ts'),
    outDir: resolve(import.meta.dirname, 'dist/cli'),
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rollupOptions: { output: { entryFileNames: 'groundwork.js', chunkFileNames: '[name]-[hash].js' } },
  },
})
