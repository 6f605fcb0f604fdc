import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkTargets, checkWritable, claimFolder, MARKER, replaceFolder } from '../../addon/node/cli/output-folder'
import { buildSite } from '../../addon/node/site/build-site'
import { buildDeck } from '../../addon/node/slidev/build-edition'
import { buildForStage } from '../../addon/node/slidev/up-to-date'

let root: string
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'output-'))
  for (const file of [
    'public/favicon.svg',
    'data/deep/record.ts',
    'node_modules/vue/index.js',
    '.git/HEAD',
    'slides.md',
    '.cache/fonts/en/fonts.css',
    'exports/deck.pdf',
  ])
    await put(file)
})
afterEach(() => rm(root, { recursive: true }))

const inRoot = (file: string) => path.join(root, file)

async function put(file: string, content = file): Promise<void> {
  await mkdir(path.dirname(inRoot(file)), { recursive: true })
  await writeFile(inRoot(file), content)
}

/** Every file below the root, in order. */
async function everything(): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => !entry.isDirectory())
    .map(entry => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort()
}

/** Builds a deck that consists of these files. */
async function build(out: string, files: Record<string, string> = { 'index.html': 'deck', 'assets/a.js': 'a' }): Promise<void> {
  await replaceFolder(out, async (draft) => {
    for (const [file, content] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(draft, file)), { recursive: true })
      await writeFile(path.join(draft, file), content)
    }
  }, root)
}

describe('a build refuses', () => {
  it.each([
    ['', 'no name'],
    [' ', 'no name'],
    ['.', 'holds this deck itself'],
    ['..', 'holds this deck itself'],
    ['/', 'holds this deck itself'],
    [homedir(), 'holds your home folder'],
    [path.dirname(homedir()), 'hold'],
    ['public', `"public" can't take a build: it is not empty`],
    ['public/', 'it is not empty'],
    ['./data/../public', '"public"'],
    ['public/site', '"public" holds files that no build wrote'],
    ['data/deep', '"data" holds files that no build wrote'],
    ['data/new/site', '"data" holds files that no build wrote'],
    ['node_modules', 'node_modules is not ours'],
    ['node_modules/vue', 'node_modules is not ours'],
    ['elsewhere/node_modules/x', 'node_modules is not ours'],
    ['.git', '.git is not ours'],
    ['.git/hooks', '.git is not ours'],
    ['slides.md', 'it is a file'],
    ['slides.md/site', '"slides.md" is a file'],
    ['.cache', 'the commands keep their own files there'],
    ['exports', 'the commands keep their own files there'],
    ['.cache/fonts', 'it is not empty'],
    ['.cache/drafts/x', 'the commands keep their own files there'],
  ])('"%s", before anything is made, and leaves everything', async (out, says) => {
    const before = await everything()
    let made = false
    const message = await replaceFolder(out, async () => void (made = true), root).then(() => '', (error: Error) => error.message)
    expect(message).toContain(says)
    expect(message.split('\n')).toHaveLength(1)
    expect(made).toBe(false)
    expect(await everything()).toEqual(before)
  })

  it('a folder with files of somebody else, an empty one among them', async () => {
    await put('dist/notes.txt', '')
    await expect(claimFolder('dist', root)).rejects.toThrow(/"dist" can't take a build: it is not empty.*move away what is in it/)
    await put('older/index.html')
    await put('older/404.html')
    await expect(claimFolder('older', root)).rejects.toThrow('a build of an earlier version')
    await put('site/.git/config')
    await expect(claimFolder('site', root)).rejects.toThrow('it is not empty')
  })

  it('an earlier build to which somebody added files, and names them', async () => {
    await build('dist')
    await put('dist/CNAME')
    await expect(build('dist')).rejects.toThrow('it holds what no build wrote, CNAME, which would be lost')
    expect(await readFile(inRoot('dist/CNAME'), 'utf8')).toBe('dist/CNAME')
  })

  it('a marker of another deck, or a broken one', async () => {
    await put(`dist/${MARKER}`, JSON.stringify({ deck: 'another', version: 1, files: [] }))
    await expect(claimFolder('dist', root)).rejects.toThrow('it is not empty')
    await put(`dist/${MARKER}`, '{')
    await expect(claimFolder('dist', root)).rejects.toThrow('it is not empty')
  })

  it('a place inside of an earlier build', async () => {
    await build('dist')
    await expect(claimFolder('dist/sub', root)).rejects.toThrow('it lies in "dist", which is a build')
  })

  it.runIf(process.platform !== 'win32')('links to such places', async () => {
    await symlink(inRoot('public'), inRoot('link'))
    await symlink(root, inRoot('self'))
    await symlink(inRoot('gone'), inRoot('nowhere'))
    await expect(claimFolder('link', root)).rejects.toThrow('it is not empty')
    await expect(claimFolder('link/site', root)).rejects.toThrow('"public" holds files')
    await expect(claimFolder('self', root)).rejects.toThrow('holds this deck itself')
    await expect(claimFolder('nowhere', root)).rejects.toThrow('leads nowhere')
  })

  it.runIf(process.getuid && process.getuid() !== 0)('a folder in which it can\'t write', async () => {
    await mkdir(inRoot('locked'))
    await chmod(inRoot('locked'), 0o555)
    await expect(claimFolder('locked/site', root)).rejects.toThrow('Nothing can be written to "locked/site": EACCES in "locked"')
  })
})

describe('a build takes', () => {
  it.each(['dist', 'new/deep/site', '.cache/present', 'exports/site'])('%s, which is new, and takes it again', async (out) => {
    await build(out)
    await build(out, { 'index.html': 'newer' })
    expect(await readFile(inRoot(`${out}/index.html`), 'utf8')).toBe('newer')
    expect((await everything()).filter(file => file.startsWith(`${out}/`))).toEqual([`${out}/${MARKER}`, `${out}/index.html`])
    expect(await readdir(inRoot('.cache/drafts'))).toEqual([])
  })

  it('an empty folder, and one beside another build', async () => {
    await mkdir(inRoot('empty'))
    await build('empty')
    await put('empty/.DS_Store')
    await build('empty')
    await build('out/en')
    await build('out/zh')
    expect(await readdir(inRoot('out'))).toEqual(['en', 'zh'])
  })
})

describe('a build that fails', () => {
  it('leaves the earlier one whole, and no draft', async () => {
    await build('dist')
    const before = await everything()
    await expect(replaceFolder('dist', async (draft) => {
      await writeFile(path.join(draft, 'index.html'), 'half')
      throw new Error('broken on purpose')
    }, root)).rejects.toThrow('broken on purpose')
    expect(await everything()).toEqual(before)
    expect(await readFile(inRoot('dist/index.html'), 'utf8')).toBe('deck')
  })

  it('leaves what came into its folder while it ran', async () => {
    await expect(replaceFolder('dist', async () => put('dist/mine.txt'), root)).rejects.toThrow('it is not empty')
    expect(await readFile(inRoot('dist/mine.txt'), 'utf8')).toBe('dist/mine.txt')
  })

  it('sweeps what a process that was killed has left, and nothing of one that runs', async () => {
    await put('.cache/drafts/999999999-0123abcd/index.html')
    await put(`.cache/drafts/${process.ppid}-0123abcd/index.html`)
    await put('.cache/drafts/mine/notes.txt')
    await build('dist')
    expect((await readdir(inRoot('.cache/drafts'))).sort()).toEqual([`${process.ppid}-0123abcd`, 'mine'].sort())
  })
})

it('every build keeps to it', async () => {
  await put('elsewhere/notes.txt')
  const out = inRoot('elsewhere')
  await expect(buildSite({ out, base: '/' })).rejects.toThrow('it is not empty')
  await expect(buildDeck({ out })).rejects.toThrow('it is not empty')
  await expect(buildForStage(out)).rejects.toThrow('it is not empty')
  expect(await readdir(out)).toEqual(['notes.txt'])
})

it('a folder for single files may hold others, but must be one', async () => {
  await checkWritable('exports', root)
  await checkWritable('new/exports', root)
  await expect(checkWritable('slides.md', root)).rejects.toThrow('Nothing can be written to "slides.md": it is a file, not a folder.')
  await expect(checkWritable('slides.md/x', root)).rejects.toThrow('"slides.md" is a file')
  await checkTargets(['exports/deck.pdf', 'new/deck.pdf'], root)
  await expect(checkTargets(['data/deep'], root)).rejects.toThrow('"data/deep" can\'t be written: there is a folder of that name.')
  await expect(checkTargets(['slides.md/x.pdf'], root)).rejects.toThrow('it is a file, not a folder')
})
