import type { Problem } from '../../lib/problem'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { stripVTControlCharacters } from 'node:util'

/** What loaders (Vite's module runner, jiti, esbuild in tsx, Node) tell about a file that they can't read. */
interface LoadError {
  readonly message?: string
  readonly stack?: string
  readonly id?: string
  readonly loc?: { readonly file?: string, readonly line?: number }
  readonly errors?: readonly LoadError[]
}

/** An import that leads nowhere, in the words of Node, jiti, and Vite. */
const NO_MODULE = /(?:Cannot find module|Failed to load url|Cannot find package) '?([^'\s]+)'?/

const slashes = (text: string): string => text.replaceAll('\\', '/')

/** The first place inside of the repository that a text names. */
function placeIn(text: string, root: string): { file: string, line?: number } | undefined {
  const base = slashes(root).replace(/\/?$/, '/')
  const found = slashes(text).replaceAll(pathToFileURL(root).href.replace(/\/?$/, '/'), base).split(base).slice(1)
  for (const rest of found) {
    const [, file, line] = /^((?:[\w.-]+\/)*[\w.-]+\.(?:[cm]?ts|vue|json|md))(?:\?[^:\s)]*)?(?::(\d+))?/.exec(rest) ?? []
    if (file && !file.includes('node_modules/'))
      return { file, line: line ? Number(line) : undefined }
  }
  return undefined
}

/** Why a file can't be loaded, in a line. */
function reasonOf(message: string, root: string): string {
  const lines = stripVTControlCharacters(message).split('\n').map(line => line.trim()).filter(Boolean)
  const told = lines.find(line => !/^Transform failed with \d+ error/.test(line)) ?? 'no reason was given'
  return slashes(told)
    .replaceAll(slashes(root), '')
    .replace(/^\S+:\d+:\d+: /, '')
    .replace(/^(?:(?:\w*Error|ERROR): |\[\w+\] )+/, '')
    .replace(/[.:]$/, '')
}

/** The line of a file on which a text stands first. */
function lineOf(root: string, file: string, text: string): number | undefined {
  const path = join(root, file)
  const index = existsSync(path) ? readFileSync(path, 'utf8').split('\n').findIndex(line => line.includes(text)) : -1
  return index === -1 ? undefined : index + 1
}

/**
 * A file of the deck that can't be loaded, as a problem: a syntax error, an import that leads nowhere, or an error while it runs.
 * @param error what the loader threw
 * @param root the repository's folder
 */
export function importProblem(error: unknown, root: string): Problem {
  const thrown: LoadError = typeof error === 'object' && error !== null ? error : { message: String(error) }
  const first = thrown.errors?.[0] ?? thrown
  const { message = '', stack = '' } = thrown
  const place = (first.loc && placeIn(`${first.loc.file ?? first.id}:${first.loc.line}`, root))
  const missing = NO_MODULE.exec(message)?.[1]
  if (missing) {
    // The importer is named after what it asked for.
    const importer = placeIn(message.slice(message.indexOf(missing) + missing.length), root) ?? placeIn(stack, root) ?? { file: 'data' }
    const wanted = missing.startsWith('.') ? missing : missing.replace(/^.*\//, '')
    return {
      ...importer,
      line: importer.line ?? lineOf(root, importer.file, wanted),
      expected: `expected imports that lead to a file, found none at "${wanted}"`,
      severity: 'error',
    }
  }
  const reason = reasonOf(first.message ?? message, root)
  return {
    ...place ?? placeIn(message, root) ?? placeIn(stack, root) ?? { file: 'data' },
    expected: `expected TypeScript that can be read and run: ${reason}`,
    severity: 'error',
  }
}
