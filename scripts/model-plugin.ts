import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import type { Issue } from '../src/core/model/checked.ts'
import { type Academy, compileAcademy } from '../src/core/model/compile-academy.ts'
import { compileLanguage } from '../src/core/model/compile-language.ts'
import { compileModel } from '../src/core/model/compile-model.ts'
import { partnerModel } from '../src/core/model/partner-model.ts'
import { checkPublished, LOCK_PATH } from '../src/core/model/published-lock.ts'
import type { Model } from '../src/core/model/schema.ts'
import { readLanguageFiles } from './read-language-files.ts'
import { readModelFiles } from './read-model-files.ts'

const MODULES: Record<string, (model: Model) => unknown> = {
  'virtual:model': model => model,
  'virtual:model/partner': partnerModel,
  'virtual:model/partner/first': model => {
    const { safety: _safety, helplines: _helplines, ...first } = partnerModel(model)
    return first
  },
  'virtual:model/partner/later': model => {
    const { safety, helplines } = partnerModel(model)
    return { safety, helplines }
  },
}
/** What sessions are read with is compiled by itself: a page that only asks never waits for it. */
const LANGUAGE = 'virtual:model/language'
/** What is learned, and whom one rehearses with, apart: a lesson does not wait for the couples' words. */
const ACADEMY: Record<string, (academy: Academy) => unknown> = {
  'virtual:model/academy': ({ lessons, drills }) => ({ lessons, drills }),
  'virtual:model/rehearsal': ({ couples, rehearsal }) => ({ couples, rehearsal }),
}
const asModule = (data: unknown) => `export default JSON.parse(${JSON.stringify(JSON.stringify(data))})`

/** Offers the clinical model as `virtual:model` and, for partners' pages, `virtual:model/partner` whole or in two parts, `virtual:model/language` for reading sessions, and `virtual:model/academy` and `virtual:model/rehearsal` for learning; a bad file fails the build, with its place, cause and mend. */
export function modelPlugin(root = resolve(import.meta.dirname, '..')): Plugin {
  let compiled: Model | undefined

  const compile = (refuse: (message: string) => never): Model => {
    if (compiled) return compiled
    const list = (issues: Issue[]) =>
      `The clinical model was refused:\n${issues.map(issue => issue.message).join('\n')}`
    const model = compileModel(readModelFiles(root))
    if (!model.ok) return refuse(list(model.issues))
    const lock = join(root, LOCK_PATH)
    const published = checkPublished(model.value, existsSync(lock) ? readFileSync(lock, 'utf8') : '')
    if (!published.ok) return refuse(list(published.issues))
    compiled = model.value
    return compiled
  }

  const compileWords = (refuse: (message: string) => never) => {
    const language = compileLanguage(readLanguageFiles(root))
    if (language.ok) return language.value.bundle
    const list = language.issues.map(issue => issue.message).join('\n')
    return refuse(`The language of the model was refused:\n${list}`)
  }

  const compileLearning = (refuse: (message: string) => never) => {
    const academy = compileAcademy(readModelFiles(root))
    if (academy.ok) return academy.value
    return refuse(`The academy was refused:\n${academy.issues.map(issue => issue.message).join('\n')}`)
  }

  const known = [...Object.keys(MODULES), LANGUAGE, ...Object.keys(ACADEMY)]
  return {
    name: 'groundwork-model',
    resolveId: id => (known.includes(id) ? `\0${id}` : undefined),
    load(id) {
      const learned =
        id.startsWith('\0') && Object.hasOwn(ACADEMY, id.slice(1)) ? ACADEMY[id.slice(1)] : undefined
      if (learned)
        return { code: asModule(learned(compileLearning(message => this.error(message)))), map: null }
      if (id === `\0${LANGUAGE}`) {
        if (this.meta.watchMode)
          for (const file of readLanguageFiles(root)) this.addWatchFile(join(root, file.path))
        return { code: asModule(compileWords(message => this.error(message))), map: null }
      }
      const part =
        id.startsWith('\0') && Object.hasOwn(MODULES, id.slice(1)) ? MODULES[id.slice(1)] : undefined
      if (!part) return undefined
      const model = compile(message => this.error(message))
      if (this.meta.watchMode)
        for (const file of readModelFiles(root)) this.addWatchFile(join(root, file.path))
      return { code: asModule(part(model)), map: null }
    },
    buildStart() {
      compiled = undefined
    },
    configureServer(server) {
      server.watcher.add(join(root, 'model'))
      server.watcher.on('all', (_event, path) => {
        if (!path.startsWith(join(root, 'model')) || !/\.(yaml|json)$/.test(path)) return
        compiled = undefined
        for (const id of known) {
          const module = server.moduleGraph.getModuleById(`\0${id}`)
          if (module) server.moduleGraph.invalidateModule(module)
        }
        server.ws.send({ type: 'full-reload' })
      })
    },
  }
}
