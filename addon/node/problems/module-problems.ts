import type { Problem } from '../../lib/problem'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { globSync } from 'tinyglobby'
import { parseSync } from 'vite'
import { parse } from 'vue/compiler-sfc'
import { nearestTo } from '../../lib/problem'
import { lineAt } from '../../lib/slide-text'

type Module = ReturnType<typeof parseSync>['module']

/** A script as a browser will load it. */
interface Script {
  readonly path: string
  readonly text: string
  /** 1-based line of its file on which it begins. */
  readonly line: number
  readonly module: Module
}

/** What stands between the tags of a component's script, or the whole of another file. */
function scriptOf(path: string, text: string): { text: string, line: number } {
  const { script, scriptSetup } = path.endsWith('.vue') ? parse(text, { filename: path, sourceMap: false }).descriptor : {}
  const block = scriptSetup ?? script
  if (!path.endsWith('.vue'))
    return { text, line: 1 }
  return { text: block?.content ?? '', line: block?.loc.start.line ?? 1 }
}

/** The file of a relative import, as Vite finds it; undefined for packages, aliases and styles, and where there is none. */
function fileOf(specifier: string, importer: string): string | undefined {
  if (!/^\.{1,2}(?:\/|$)/.test(specifier))
    return undefined
  const path = resolve(dirname(importer), specifier)
  return [path, `${path}.ts`, `${path}.vue`, join(path, 'index.ts')].find(file => existsSync(file) && statSync(file).isFile())
}

/** Whether a module gives a name, itself or on behalf of another; what can't be looked up counts as given. */
function gives(file: string, name: string, scripts: ReadonlyMap<string, Script>, seen: readonly string[] = []): boolean {
  const script = scripts.get(file)
  if (!script || seen.includes(file))
    return script === undefined
  const entries = script.module.staticExports.flatMap(({ entries }) => entries)
  if (entries.some(({ exportName, isType }) => exportName.name === name && !isType))
    return true
  return entries.some(({ moduleRequest, importName, isType }) => {
    const other = importName.kind === 'AllButDefault' && !isType ? fileOf(moduleRequest?.value ?? '', file) : undefined
    return other !== undefined && gives(other, name, scripts, [...seen, file])
  })
}

/** Imports of files that are not there. */
function* lostFiles(script: Script, file: string): Generator<Problem> {
  for (const { moduleRequest: { value, start } } of script.module.staticImports) {
    const path = value.replace(/\?.*$/, '')
    if (/^\.{1,2}\//.test(path) && !fileOf(path, script.path)) {
      const line = lineAt(script.text, start ?? 0, script.line)
      yield { file, line, expected: `expected imports that lead to a file, found none at "${value}"`, severity: 'error' }
    }
  }
}

function* importProblems(script: Script, file: string, scripts: ReadonlyMap<string, Script>): Generator<Problem> {
  const imports = script.module.staticImports.flatMap(
    ({ entries, moduleRequest }) => entries.map(entry => ({ ...entry, from: moduleRequest.value })),
  )
  for (const { importName, isType, from } of imports) {
    const target = fileOf(from, script.path)
    const { name } = importName
    if (!target || isType || importName.kind !== 'Name' || !name || gives(target, name, scripts))
      continue
    const exported = scripts.get(target)?.module.staticExports.flatMap(({ entries }) => entries) ?? []
    const known = exported.flatMap(({ exportName }) => exportName.name ?? [])
    const nearest = nearestTo(name, known)
    yield {
      file,
      line: lineAt(script.text, importName.start ?? 0, script.line),
      expected: `expected a name that "${from}" exports, found "${name}"`,
      ...nearest && { nearest },
      severity: 'error',
    }
  }
}

/**
 * What keeps a browser from loading the deck's own modules: syntax errors, and imports of what is not there.
 * @param root the deck's folder
 * @param folders where they lie
 */
export function moduleProblems(root: string, folders: readonly string[]): Problem[] {
  const problems: Problem[] = []
  const scripts = new Map<string, Script>()
  for (const path of globSync(
    folders.map(folder => `${folder}/**/*.{ts,vue}`),
    { cwd: root, absolute: true },
  )
    .map(path => resolve(path))
    .sort()) {
    const file = relative(root, path).split('\\').join('/')
    const source = readFileSync(path, 'utf8')
    const faults = path.endsWith('.vue') ? parse(source, { filename: path, sourceMap: false }).errors : []
    for (const { message, loc } of faults as { message: string, loc?: { start: { line: number } } }[])
      problems.push({ file, line: loc?.start.line, expected: `expected a Vue component: ${message.replace(/\.$/, '')}`, severity: 'error' })
    const { text, line } = scriptOf(path, source)
    const { module, errors } = parseSync('script.ts', text)
    const [first] = errors
    if (first) {
      problems.push(
        {
          file,
          line: lineAt(text, first.labels[0]?.start ?? 0, line),
          expected: `expected TypeScript that can be read: ${first.message}`,
          severity: 'error',
        },
      )
    }
    scripts.set(path, { path, text, line, module })
  }
  if (problems.length > 0)
    return problems
  const inAll = (check: typeof importProblems) =>
    [...scripts.values()].flatMap(script => [...check(script, relative(root, script.path).split('\\').join('/'), scripts)])
  // What a file that is gone would give is not missed as well.
  const lost = inAll(lostFiles)
  return lost.length > 0 ? lost : inAll(importProblems)
}
