import { walk } from './read-imports.ts'

type Node = Parameters<typeof walk>[0]

/** The world outside, as a program can name it without an import. */
const worldly = new Set([
  'fetch',
  'process',
  'performance',
  'crypto',
  'globalThis',
  'window',
  'self',
  'document',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'requestAnimationFrame',
  'console',
  'Buffer',
  'XMLHttpRequest',
  'WebSocket',
  'Worker',
])

const isNamed = (node: unknown, name: string): boolean =>
  (node as Node | null)?.type === 'Identifier' && (node as { name?: string }).name === name

/** Whether an identifier is only a key: `x.process`, `{ process: 1 }`, a field of a type. */
const isKey = (node: Node, parent: Node | null): boolean =>
  parent !== null &&
  ((parent.type === 'MemberExpression' && parent.property === node && !parent.computed) ||
    (/^(Property|PropertyDefinition|MethodDefinition|TSPropertySignature|TSMethodSignature)$/.test(
      parent.type,
    ) &&
      parent.key === node &&
      parent.value !== node &&
      !parent.computed) ||
    parent.type === 'TSQualifiedName' ||
    parent.type === 'TSTypeReference')

const namesIn = (pattern: unknown, names: Set<string>): void => {
  if (typeof pattern !== 'object' || pattern === null) return
  if (Array.isArray(pattern)) return pattern.forEach(each => namesIn(each, names))
  const node = pattern as Node
  if (node.type === 'Identifier') names.add(node.name as string)
  else if (node.type === 'Property') namesIn(node.value, names)
  else if (node.type === 'AssignmentPattern') namesIn(node.left, names)
  else if (node.type === 'RestElement') namesIn(node.argument, names)
  else if (node.type === 'ObjectPattern') namesIn(node.properties, names)
  else if (node.type === 'ArrayPattern') namesIn(node.elements, names)
}

/** Names that a file gives to something of its own, as a parameter, a constant or an import. */
const ownNames = (tree: Node): Set<string> => {
  const names = new Set<string>()
  walk(tree, node => {
    if (node.type === 'VariableDeclarator') namesIn(node.id, names)
    if (/Function|TSMethodSignature|TSFunctionType/.test(node.type)) namesIn(node.params, names)
    if (/^(FunctionDeclaration|ClassDeclaration|TSInterfaceDeclaration)$/.test(node.type))
      namesIn(node.id, names)
    if (/^Import.*Specifier$/.test(node.type)) namesIn(node.local, names)
    if (node.type === 'CatchClause') namesIn(node.param, names)
  })
  return names
}

/** Every place where a file reads a clock, throws dice or reaches outside; core does none of these. */
export function findImpure(tree: Node, text: string): { line: number; what: string }[] {
  const found: { line: number; what: string }[] = []
  const own = ownNames(tree)
  walk(tree, (node, parent) => {
    const add = (what: string) => found.push({ line: text.slice(0, node.start).split('\n').length, what })
    if (node.type === 'MemberExpression') {
      if (isNamed(node.object, 'Date') && isNamed(node.property, 'now')) add('Date.now')
      if (isNamed(node.object, 'Math') && isNamed(node.property, 'random')) add('Math.random')
    }
    if (
      node.type === 'NewExpression' &&
      isNamed(node.callee, 'Date') &&
      (node.arguments as unknown[]).length === 0
    )
      add('new Date() without an argument')
    if (node.type === 'CallExpression' && isNamed(node.callee, 'Date')) add('Date()')
    if (node.type === 'Identifier' && worldly.has(node.name as string) && !own.has(node.name as string))
      if (!isKey(node, parent)) add(node.name as string)
  })
  return found
}
