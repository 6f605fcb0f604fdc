import type { CodeBlock } from './documents'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LANDING } from '../parts'
import { checkable, documents } from './documents'

/** A copy of the sources, in which the documents' changes are made and type-checked. */
const COPY = '.cache/docs-code'
/** What the type check of the copy does not need. */
const LEFT_OUT = ['node_modules', 'dist', 'exports', 'docs', 'tests', 'public', 'findings', 'fixture']
/** Where code of documents stands. */
const CHECKED = ['data', 'figures', 'locales', 'components', 'addon/types']

const code = documents.flatMap(document => checkable(document).blocks).filter(({ file }) => file !== undefined)
/** The same change stands in both languages. */
const changes = code.filter(({ text, file }, index) => code.findIndex(other => other.text === text && other.file === file) === index)

/**
 * Makes a change of the kind that `diff` shows: unchanged lines begin with a space, new ones with `+`, old ones with `-`.
 * @throws when what is unchanged or old does not stand in the text, once
 */
function applied(text: string, change: string): string {
  const lines = change.split('\n').filter(Boolean)
  const side = (mark: string) => lines.filter(line => [' ', mark].includes(line[0]!)).map(line => line.slice(1)).join('\n')
  const [before, after] = [side('-'), side('+')]
  if (text.split(before).length !== 2)
    throw new Error(`these lines do not stand there once:\n${before}`)
  return text.replace(before, () => after)
}

/** Slides with one more, the last of its act. */
function withSlide(slides: string, slide: string): string {
  const act = /^act: (.+)$/m.exec(slide)![1]!
  const last = slides.lastIndexOf(`\nact: ${act}\n`)
  const end = slides.indexOf('\n---\nid: ', last)
  return `${slides.slice(0, end)}\n${slide}\n${slides.slice(end)}`
}

const shownBeside = (file: string) => file.replace(/(?=\.\w+$)/, '.shown')

function write({ language, file, text }: CodeBlock): void {
  const target = path.join(COPY, file!)
  if (language === 'md')
    return writeFileSync(target, withSlide(readFileSync(target, 'utf8'), text))
  if (language === 'diff')
    return writeFileSync(target, applied(readFileSync(target, 'utf8'), text))
  // A whole file: a new one, or one that stands beside the file that it would replace.
  const isThere = readdirSync(path.dirname(target)).includes(path.basename(target))
  writeFileSync(isThere ? shownBeside(target) : target, `${text}\n`)
}

describe('code in documents', () => {
  it.each(changes.filter(({ language }) => language === 'diff').map(change => [`${change.document}: ${change.file}`, change] as const))(
    'fits: %s',
    (_, { file, text }) => void applied(readFileSync(file!, 'utf8'), text),
  )
})

describe('a deck with all code of documents', LANDING, () => {
  beforeAll(() => {
    rmSync(COPY, { recursive: true, force: true })
    mkdirSync(COPY, { recursive: true })
    for (const name of readdirSync('.').filter(name => !name.startsWith('.') && !LEFT_OUT.includes(name)))
      cpSync(name, path.join(COPY, name), { recursive: true })
    writeFileSync(path.join(COPY, 'tsconfig.docs.json'), JSON.stringify({ extends: './tsconfig.json', include: CHECKED }))
    changes.forEach(write)
  })
  afterAll(() => rmSync(COPY, { recursive: true, force: true }))

  it('type-checks, all of it together', { timeout: 120_000 }, () => {
    const checker = path.join(path.dirname(createRequire(import.meta.url).resolve('vue-tsc/package.json')), 'bin/vue-tsc.js')
    const { stdout, status } = spawnSync(process.execPath, [checker, '--noEmit', '-p', path.join(COPY, 'tsconfig.docs.json')], {
      encoding: 'utf8',
    })
    expect(stdout).toBe('')
    expect(status).toBe(0)
  })

  it('makes a deck that nothing is wrong with', { timeout: 60_000 }, () => {
    changes.forEach(({ file }) => rmSync(path.join(COPY, shownBeside(file!)), { force: true }))
    const { stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', path.join(COPY, 'addon/commands/rehearse.ts')], {
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })
})
