import type { Plugin } from 'vite'

/** Texts of the other language stand empty. */
const leaveOut = (value: unknown, other: string): unknown => {
  if (Array.isArray(value)) return value.map(one => leaveOut(one, other))
  if (typeof value !== 'object' || value === null) return value
  if (Object.keys(value).sort().join() === 'en,fr') return { ...value, [other]: '' }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, leaveOut(one, other)]))
}

/**
 * Offers a module of the model as `…/en` and `…/fr`, each with its own language alone, so that a page fetches only the
 * words it shows. Stands beside the plugin that offers the module itself.
 */
export function oneLanguagePlugin(module: string): Plugin {
  return {
    name: 'groundwork-one-language',
    resolveId: id => (id === `${module}/en` || id === `${module}/fr` ? `\0${id}` : undefined),
    async load(id) {
      const other = { [`\0${module}/en`]: 'fr', [`\0${module}/fr`]: 'en' }[id]
      if (!other) return undefined
      const { code } = await this.load({ id: `\0${module}` })
      const text = /^export default JSON\.parse\((".*")\)$/s.exec(code?.trim() ?? '')?.[1]
      if (!text) return this.error(`${module} is not the data it was`)
      const data = leaveOut(JSON.parse(JSON.parse(text) as string), other)
      return { code: `export default JSON.parse(${JSON.stringify(JSON.stringify(data))})`, map: null }
    },
  }
}
