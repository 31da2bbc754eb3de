import { type ESTree, parseAst } from 'vite'

/** One import of a file: what it names, where, and how. */
export interface Import {
  /** As written, e.g. `../core/x.ts`; null where it is worked out when the program runs. */
  target: string | null
  line: number
  typeOnly: boolean
  /** `import()`, for code that is loaded when it is needed. */
  lazy: boolean
}

type Node = { type: string; start: number } & Record<string, unknown>
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

/** Calls `visit` with every node below `node`, and its parent. */
export function walk(
  node: Node,
  visit: (node: Node, parent: Node | null) => void,
  parent: Node | null = null,
): void {
  visit(node, parent)
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit, node)
  }
}

/** The syntax tree of a TypeScript file. @throws where it cannot be parsed */
export const parse = (path: string, text: string): Node =>
  parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' }) as ESTree.Program as unknown as Node

const literal = (node: unknown): string | null => {
  if (!isNode(node)) return null
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node.type !== 'TemplateLiteral' || (node.expressions as unknown[]).length > 0) return null
  return (node.quasis as { value: { cooked: string } }[])[0]?.value.cooked ?? null
}

const isImportMeta = (node: unknown, property: string): boolean =>
  isNode(node) &&
  node.type === 'MemberExpression' &&
  isNode(node.object) &&
  node.object.type === 'MetaProperty' &&
  isNode(node.property) &&
  node.property.name === property

const hasOnlyTypes = (specifiers: unknown, kind: 'importKind' | 'exportKind'): boolean =>
  Array.isArray(specifiers) && specifiers.length > 0 && specifiers.every(each => each[kind] === 'type')

/** Every way in which a file names another: `import`, `export … from`, `import()`, types, `new URL(…, import.meta.url)`. */
export function readImports(tree: Node, text: string): Import[] {
  const found: Import[] = []
  const add = (node: Node, target: string | null, typeOnly: boolean, lazy = false) =>
    found.push({ target, line: text.slice(0, node.start).split('\n').length, typeOnly, lazy })
  walk(tree, node => {
    switch (node.type) {
      case 'ImportDeclaration':
        add(
          node,
          literal(node.source),
          node.importKind === 'type' || hasOnlyTypes(node.specifiers, 'importKind'),
        )
        break
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
        if (node.source)
          add(
            node,
            literal(node.source),
            node.exportKind === 'type' || hasOnlyTypes(node.specifiers, 'exportKind'),
          )
        break
      case 'ImportExpression':
        add(node, literal(node.source), false, true)
        break
      case 'TSImportType':
        add(node, literal(node.source), true)
        break
      case 'NewExpression': {
        const [path, base] = node.arguments as unknown[]
        const target = literal(path)
        if (isImportMeta(base, 'url') && target && /\.[mc]?[jt]sx?$/.test(target))
          add(node, target, false, true)
        break
      }
      case 'CallExpression':
        if (isImportMeta(node.callee, 'glob')) add(node, null, false)
        if (isNode(node.callee) && node.callee.type === 'Identifier' && node.callee.name === 'require')
          add(node, literal((node.arguments as unknown[])[0]), false)
    }
  })
  return found
}
