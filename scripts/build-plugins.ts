import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Plugin } from 'vite'

/** Puts the list of a build's files, and a version that changes with them, where the service worker says `__PRECACHE__`. */
export function precachePlugin(worker: string, page: string): Plugin {
  return {
    name: 'groundwork-precache',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunk = bundle[worker]
        if (chunk?.type !== 'chunk') return this.error(`There is no chunk ${worker} to tell what to keep`)
        // Fonts come later and by themselves: a page must open without them.
        const files = Object.keys(bundle).filter(name => name !== worker && /\.(js|css|wasm)$/.test(name))
        chunk.code = chunk.code.replace(
          '__PRECACHE__',
          JSON.stringify([page, ...files.map(name => page + name)]),
        )
      },
    },
  }
}

/** Writes a brotli sibling beside every text file of a build, for a server that does not compress while it answers. */
export function compressPlugin(folder: string): Plugin {
  return {
    name: 'groundwork-compress',
    apply: 'build',
    writeBundle() {
      for (const name of readdirSync(folder, { recursive: true }) as string[]) {
        const path = join(folder, name)
        if (!/\.(js|css|html|svg|wasm|json)$/.test(name) || !statSync(path).isFile()) continue
        const bytes = readFileSync(path)
        writeFileSync(
          `${path}.br`,
          brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
        )
      }
    },
  }
}
