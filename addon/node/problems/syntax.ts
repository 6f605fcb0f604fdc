import type { Problem } from '../../lib/problem'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from '@babel/parser'

/** A file that is no TypeScript, as a problem; undefined where it is. */
function syntaxProblem(root: string, file: string): Problem | undefined {
  try {
    parse(readFileSync(join(root, file), 'utf8'), { sourceType: 'module', plugins: ['typescript'] })
    return undefined
  }
  catch (error) {
    const { message, loc } = error as Error & { loc?: { line: number } }
    const reason = message.replace(/ \(\d+:\d+\)$/, '').replace(/\.$/, '')
    return { file, line: loc?.line, expected: `expected TypeScript that can be read: ${reason}`, severity: 'error' }
  }
}

/**
 * Files that can't even be parsed: asked once something is wrong, for then all else that is found follows from them.
 * @param root the deck's folder
 * @param folders those whose files are run to say what is wrong with the deck
 */
export function syntaxProblems(root: string, folders: readonly string[]): Problem[] {
  const files = folders.flatMap(folder =>
    readdirSync(join(root, folder))
      .filter(name => name.endsWith('.ts'))
      .map(name => `${folder}/${name}`),
  )
  return files.flatMap(file => syntaxProblem(root, file) ?? [])
}
