import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, isAbsolute, relative, resolve } from 'node:path'
import type { Plugin } from 'vite'

/** What a build is made of. Modules of the project are named by their path from its root. */
export interface ModuleList {
  chunks: Record<string, { modules: string[] }>
  modules: Record<string, { imports: string[]; lazy: string[] }>
  /** Packages left outside the bundle. */
  external: string[]
}

/** Writes down which modules a build holds, for `scripts/check-bundles.ts`. */
export function moduleListPlugin(path: string, root = resolve(import.meta.dirname, '..')): Plugin {
  const shortId = (id: string): string =>
    isAbsolute(id) ? relative(root, id.replace(/\?.*$/, '')).replaceAll('\\', '/') : id.replaceAll('\0', '')
  return {
    name: 'groundwork-module-list',
    apply: 'build',
    generateBundle(_options, bundle) {
      const list: ModuleList = { chunks: {}, modules: {}, external: [] }
      const external = new Set<string>()
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        list.chunks[chunk.fileName] = { modules: chunk.moduleIds.map(shortId) }
        for (const id of [...chunk.imports, ...chunk.dynamicImports]) if (!bundle[id]) external.add(id)
        for (const id of chunk.moduleIds) {
          const info = this.getModuleInfo(id)
          list.modules[shortId(id)] = {
            imports: (info?.importedIds ?? []).map(shortId),
            lazy: (info?.dynamicallyImportedIds ?? []).map(shortId),
          }
        }
      }
      list.external = [...external].sort()
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, JSON.stringify(list, null, 1))
    },
  }
}
