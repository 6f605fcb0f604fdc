import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { command as build } from '../../addon/commands/build'
import { noteParagraphs, noteText } from '../../addon/lib/notes'
import { words as talkWords } from '../../addon/locales'
import { buildArguments } from '../../addon/node/cli/build-arguments'
import { readCommand } from '../../addon/node/cli/cli'
import { replaceFiles } from '../../addon/node/cli/replace-files'
import { documentDate, documentFacts } from '../../addon/node/print/document-facts'

describe('the arguments of a build', () => {
  /** What is built for a command line in an environment. */
  function read(args: string[], env: Record<string, string | undefined> = {}): unknown {
    const asked = readCommand(build, args)
    return buildArguments((asked as Extract<typeof asked, { values: unknown }>).values, env)
  }

  it.each([
    { typed: [], env: {}, base: '/', out: 'dist', origin: '', args: [] },
    { typed: ['--base', '/x/'], env: {}, base: '/x/', out: 'dist', origin: '', args: [] },
    { typed: ['--base=talks/iar'], env: {}, base: '/talks/iar/', out: 'dist', origin: '', args: [] },
    { typed: [], env: { BASE_PATH: '/pages' }, base: '/pages/', out: 'dist', origin: '', args: [] },
    { typed: ['--base', '/x/'], env: { BASE_PATH: '/y/' }, base: '/x/', out: 'dist', origin: '', args: [] },
    { typed: ['--without-notes', '--out', 'site'], env: {}, base: '/', out: 'site', origin: '', args: ['--without-notes'] },
    { typed: [], env: { SITE_URL: 'https://example.org/' }, base: '/', out: 'dist', origin: 'https://example.org', args: [] },
    {
      typed: ['--site', 'https://b.example'],
      env: { SITE_URL: 'https://a.example' },
      base: '/',
      out: 'dist',
      origin: 'https://b.example',
      args: [],
    },
    { typed: [], env: { NETLIFY: 'true', URL: 'https://c.example' }, base: '/', out: 'dist', origin: 'https://c.example', args: [] },
    { typed: [], env: { CF_PAGES_URL: 'https://d.example' }, base: '/', out: 'dist', origin: 'https://d.example', args: [] },
    {
      typed: [],
      env: { CF_PAGES_URL: 'https://d.example', SITE_URL: 'https://a.example' },
      base: '/',
      out: 'dist',
      origin: 'https://a.example',
      args: [],
    },
    { typed: [], env: { URL: 'no address' }, base: '/', out: 'dist', origin: '', args: [] },
  ])('$typed with $env', ({ typed, env, ...expected }) => {
    expect(read(typed, env)).toEqual(expected)
  })

  it.each([
    { SITE_URL: 'example.org' },
    { SITE_URL: 'https://example.org/talks/' },
    { BASE_PATH: 'https://example.org/' },
    { BASE_PATH: '/../' },
    { BASE_PATH: 'C:/Program Files/Git/talks/' },
  ])('are not taken from an environment that makes no sense: %j', (env) => {
    const [[name, value]] = Object.entries(env) as [[string, string]]
    expect(() => read([], env)).toThrow(new RegExp(`^${name} takes .* not "${value.replace(/[.()/]/g, '\\$&')}"\\.$`))
  })
})

describe('the date of a document', () => {
  it('is SOURCE_DATE_EPOCH, else that of the commit, else a fixed one', () => {
    expect(documentDate({ SOURCE_DATE_EPOCH: '86400' }).toISOString()).toBe('1970-01-02T00:00:00.000Z')
    expect(documentDate({}, tmpdir()).toISOString()).toBe('2019-01-28T00:00:00.000Z')
    expect(() => documentDate({ SOURCE_DATE_EPOCH: 'today' })).toThrow('SOURCE_DATE_EPOCH')
  })
})

it('a deck must say what its documents need', () => {
  expect(() => documentFacts([{ no: 1, id: 'cover', title: 'T', note: '', frontmatter: { title: 'T', lang: 'en' } }])).toThrow(
    'lacks author, info, keywords',
  )
})

describe('notes for readers', () => {
  it('have no click markers, and set the answers apart', () => {
    const html = '<p>Look.</p>\n'
      + '<p><span class="slidev-note-click-mark" data-clicks="1"></span> Now <span lang="zh-CN">产</span>.</p>\n<p>If asked: no.</p>'
    expect(noteParagraphs(html, talkWords.speech)).toEqual([
      { html: 'Look.', isAnswer: false },
      { html: 'Now <span lang="zh-CN">产</span>.', isAnswer: false },
      { html: 'If asked: no.', isAnswer: true },
    ])
  })

  it('are plain text for PowerPoint', () => {
    expect(noteText('Look.\n\n[click] Now <span lang="zh-CN">产</span>.\n\n[click:2] Then.')).toBe('Look.\n\nNow 产.\n\nThen.')
  })
})

describe('replacing files', () => {
  it('replaces none when one cannot be written, and leaves no draft', async () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'replace-'))
    const [one, blocked] = [path.join(dir, 'one'), path.join(dir, 'blocked')]
    writeFileSync(one, 'old')
    writeFileSync(blocked, 'a file, no folder')
    const bytes = new TextEncoder().encode('new')
    await expect(replaceFiles(new Map([[one, bytes], [path.join(blocked, 'two'), bytes]]))).rejects.toThrow()
    expect([readFileSync(one, 'utf8'), readdirSync(dir).sort()]).toEqual(['old', ['blocked', 'one']])
    // What a process that was killed outright has left.
    writeFileSync(path.join(dir, '.one.999999999.0a.draft'), '')
    await replaceFiles(new Map([[one, bytes]]))
    expect([readFileSync(one, 'utf8'), readdirSync(dir).sort()]).toEqual(['new', ['blocked', 'one']])
    rmSync(dir, { recursive: true })
  })
})
