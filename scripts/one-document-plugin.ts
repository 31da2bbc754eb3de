import type { Plugin } from 'vite'

/** Where the page's own script leaves what later files share with it. */
const shared = 'globalThis[Symbol.for("first")]'

/** A script as it may stand inside a page: what would end it there is spelt otherwise. */
const forPage = (code: string): string => {
  const safe = code.replaceAll(/<\/(script)/gi, '<\\/$1').trim()
  if (/<!--|<script|\r/i.test(safe)) throw new Error('A script holds what a page would misread')
  return safe
}

/** Parts a chunk into its code and what it exports, by exported name. */
const partExports = (code: string): { code: string; names: [string, string][] } => {
  const found = /export\s*\{([^}]*)\};?\s*$/.exec(code)
  if (!found) return { code, names: [] }
  const names = (found[1] ?? '')
    .split(',')
    .filter(Boolean)
    .map((one): [string, string] => {
      const [local = '', exported = local] = one.trim().split(/\s+as\s+/)
      return [exported, local]
    })
  return { code: code.slice(0, found.index), names }
}

/**
 * Makes one document of a page, its style and the scripts that its first screen needs, so that a slow network is waited
 * for once. `early` stands at the top and runs before the rest has come. Beside it stands, as data, which files come
 * next: `later`, for each language, by a chunk's name or the end of its first module's path. They take what they share
 * with the page from where its script leaves it, and never load it twice.
 */
export function oneDocumentPlugin(page: {
  html: string
  base: string
  early: string
  first: string
  later: Record<string, string[]>
}): Plugin {
  return {
    name: 'groundwork-one-document',
    apply: 'build',
    enforce: 'post',
    // While it is developed, it comes as a file beside the first.
    transformIndexHtml: {
      order: 'pre',
      handler: text => text.replace(/\s*<script type="module" src="[^"]*early\.ts"><\/script>/, ''),
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter(one => one.type === 'chunk')

        const named = (name: string) =>
          chunks.find(one => one.name === name) ?? this.error(`There is no chunk ${name}`)
        const [early, first] = [named(page.early), named(page.first)]
        const html = bundle[page.html]
        if (html?.type !== 'asset') return this.error(`There is no page ${page.html}`)
        for (const { name, imports } of [early, first])
          if (imports.length > 0)
            return this.error(`${name} waits for ${imports.join()}: it must be whole in itself`)

        const addressOf = (part: string): string => {
          const file = chunks.find(one => one.name === part || one.facadeModuleId?.endsWith(part))
          return `${page.base}${(file ?? this.error(`There is no file ${part}`)).fileName}`
        }
        const later = Object.fromEntries(
          Object.entries(page.later).map(([language, parts]) => [language, parts.map(addressOf)]),
        )
        const style = Object.values(bundle).find(
          one =>
            one.type === 'asset' &&
            one.fileName.endsWith('.css') &&
            first.viteMetadata?.importedCss.has(one.fileName),
        )
        // Files that come later would fetch the page's style before them; it is there, so each names itself instead.
        for (const chunk of style ? chunks : [])
          chunk.code = chunk.code.replaceAll(JSON.stringify(style?.fileName), JSON.stringify(chunk.fileName))
        const { code, names } = partExports(first.code)
        const atHome = code.replaceAll(
          /import\((["'`])\.\//g,
          `import($1${page.base}${first.fileName.replace(/[^/]*$/, '')}`,
        )
        const gives = `${shared}={${names.map(([name, local]) => `${JSON.stringify(name)}:${local}`).join()}};`
        const top = early.code
        if (/^import\b|\bexport\s*\{/m.test(top)) return this.error(`${early.name} must be a plain script`)

        let text = String(html.source)
        text = text.replace(/\s*<link rel="modulepreload"[^>]*>/g, '')
        text = text.replace(/\s*<script type="module"[^>]*><\/script>/g, '')
        text = text.replace(
          /<link rel="stylesheet"[^>]*>/,
          () => `<style>${style?.type === 'asset' ? String(style.source).trim() : ''}</style>`,
        )
        text = text.replace(
          '<title>',
          () =>
            `<script type="application/json" id="later">${JSON.stringify(later)}</script>\n    <script>(()=>{${forPage(top)}})()</script>\n    <title>`,
        )
        text = text.replace(
          '</body>',
          () => `  <script type="module">${forPage(atHome + gives)}</script>\n  </body>`,
        )
        html.source = text
        if (style) delete bundle[style.fileName]
        delete bundle[early.fileName]
        // Whatever shares something with the page takes it from there.
        delete bundle[first.fileName]
        const name = first.fileName.replace(/^.*\//, '')
        const asked = new RegExp(
          `import\\s*\\{([^}]*)\\}\\s*from\\s*["'\`][^"'\`]*${name.replaceAll('.', '\\.')}["'\`];?`,
          'g',
        )
        for (const chunk of chunks) {
          chunk.code = chunk.code.replaceAll(
            asked,
            (_whole, taken: string) => `const{${taken.replaceAll(/\s+as\s+/g, ':')}}=${shared};`,
          )
          if (chunk !== first && chunk.code.includes(name))
            return this.error(`${chunk.fileName} asks for ${name}, which is no file`)
        }
      },
    },
  }
}
