import { readFileSync } from 'node:fs'
import { parse } from '@babel/parser'

/** Where a value stands in a file, and how it is written there. */
export interface SourcePlace {
  /** 1-based. */
  readonly line: number
  readonly text: string
}

/** A node of the syntax tree, as far as this file looks into it. */
interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly loc: { readonly start: { readonly line: number } }
  readonly [field: string]: unknown
}

/** Behind `as const`, `satisfies …`, brackets. */
function bare(node: Node): Node {
  return ['TSAsExpression', 'TSSatisfiesExpression', 'ParenthesizedExpression', 'TSNonNullExpression'].includes(node.type)
    ? bare(node.expression as Node)
    : node
}

/** The values of a file's top-level names; `default` is what it exports by default. */
function topLevel(program: readonly Node[]): Map<string, Node> {
  const found = new Map<string, Node>()
  for (const statement of program) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? (statement.declaration as Node | null) : statement
    if (declaration?.type === 'VariableDeclaration') {
      for (const { id, init } of declaration.declarations as { id: Node, init: Node | null }[]) {
        if (id.type === 'Identifier' && init)
          found.set(id.name as string, init)
      }
    }
    if (statement.type === 'ExportDefaultDeclaration')
      found.set('default', statement.declaration as Node)
  }
  return found
}

/** The property or entry of that name; a spread that may bring it is looked into. */
function child(node: Node, key: string, names: Map<string, Node>): Node | undefined {
  const inner = resolve(node, names)
  if (inner.type === 'ArrayExpression')
    return (inner.elements as (Node | null)[])[Number(key)] ?? undefined
  if (inner.type !== 'ObjectExpression')
    return undefined
  const properties = inner.properties as Node[]
  const own = properties.find(
    ({ type, key: name }) => type === 'ObjectProperty' && [(name as Node).name, (name as Node).value].includes(key),
  )
  if (own)
    return own
  return properties
    .filter(({ type }) => type === 'SpreadElement')
    .map(({ argument }) => child(argument as Node, key, names))
    .find(Boolean)
}

/** The value that a node stands for, where it is a name of the same file. */
function resolve(node: Node, names: Map<string, Node>): Node {
  const inner = bare(node.type === 'ObjectProperty' ? (node.value as Node) : node)
  const named = inner.type === 'Identifier' ? names.get(inner.name as string) : undefined
  return named && named !== node ? resolve(named, names) : inner
}

const parsed = new Map<string, Map<string, Node>>()

function namesOf(code: string): Map<string, Node> {
  const known = parsed.get(code)
  if (known)
    return known
  const { program } = parse(code, { sourceType: 'module', plugins: ['typescript'], errorRecovery: true })
  const names = topLevel(program.body as unknown as Node[])
  parsed.set(code, names)
  return names
}

/** The text of a file; undefined where it can't be read. */
export function readSource(file: string): string | undefined {
  try {
    return readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
  }
  catch {
    return undefined
  }
}

/**
 * Where the value at a path stands in a TypeScript file: `['headcountNow', 'value']`, `['flows', '2', 'from']`.
 * A path that leaves the file, or ends in what is computed, is followed as far as it goes.
 * @param code the file's text
 * @param path exported name, then properties and indices
 * @returns undefined where not even the exported name is found
 */
export function placeInSource(code: string, path: readonly PropertyKey[]): SourcePlace | undefined {
  try {
    const names = namesOf(code)
    let node = names.get(String(path[0]))
    for (const key of path.slice(1)) {
      const next = node && child(node, String(key), names)
      if (!next)
        break
      node = next
    }
    if (!node)
      return undefined
    const value = node.type === 'ObjectProperty' ? bare(node.value as Node) : bare(node)
    return { line: node.loc.start.line, text: code.slice(value.start, value.end) }
  }
  catch {
    return undefined
  }
}

/**
 * The line on which a field of a record stands, found by the record's id anywhere in a file; the id's own line where the field is not
 * written out.
 * @returns undefined where the file has no such id
 */
export function lineOfField(file: string, id: string, field: string): number | undefined {
  const lines = (readSource(file) ?? '').split('\n')
  const at = lines.findIndex(line => new RegExp(`\\bid: ['"]${id}['"]|^\\s*['"]?${id}['"]?: \\{`).test(line))
  if (at < 0)
    return undefined
  const end = lines.findIndex((line, index) => index > at && /^\s*\}/.test(line))
  const within = lines.slice(at, end < 0 ? undefined : end + 1).findIndex(line => new RegExp(`\\b${field}: `).test(line))
  return at + 1 + Math.max(0, within)
}
