import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { noteParagraphs, noteText } from '../../lib/notes'
import { words } from '../../locales'
import { buildArguments } from '../../scripts/build-arguments'
import { documentDate, documentFacts } from '../../scripts/document-facts'
import { replaceFiles } from '../../scripts/replace-files'

describe('the arguments of a build', () => {
  it.each([
    { args: [], env: {}, base: '/', out: 'dist', origin: '', rest: [] },
    { args: ['--base', '/x/'], env: {}, base: '/x/', out: 'dist', origin: '', rest: [] },
    { args: ['--base=talks/iar'], env: {}, base: '/talks/iar/', out: 'dist', origin: '', rest: [] },
    { args: [], env: { BASE_PATH: '/pages' }, base: '/pages/', out: 'dist', origin: '', rest: [] },
    { args: ['--base', '/x/'], env: { BASE_PATH: '/y/' }, base: '/x/', out: 'dist', origin: '', rest: [] },
    { args: ['--without-notes', '--out', 'site', '--theme', 'none'], env: {}, base: '/', out: 'site', origin: '', rest: ['--without-notes', '--theme', 'none'] },
    { args: [], env: { SITE_URL: 'https://example.org/' }, base: '/', out: 'dist', origin: 'https://example.org', rest: [] },
    { args: ['--site', 'https://b.example'], env: { SITE_URL: 'https://a.example' }, base: '/', out: 'dist', origin: 'https://b.example', rest: [] },
  ])('$args with $env', ({ args, env, ...expected }) => {
    expect(buildArguments(args, env)).toEqual(expected)
  })

  it('need values that make sense', () => {
    expect(() => buildArguments(['--base'], {})).toThrow('--base needs a value')
    expect(() => buildArguments(['--site', 'example.org'], {})).toThrow('not "example.org"')
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
  expect(() => documentFacts([{ no: 1, id: 'cover', title: 'T', note: '', frontmatter: { title: 'T', lang: 'en' } }])).toThrow('lacks author, info, keywords')
})

describe('notes for readers', () => {
  it('have no click markers, and set the answers apart', () => {
    const html = '<p>Look.</p>\n<p><span class="slidev-note-click-mark" data-clicks="1"></span> Now <span lang="zh-CN">产</span>.</p>\n<p>If asked: no.</p>'
    expect(noteParagraphs(html, words.speech)).toEqual([
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
