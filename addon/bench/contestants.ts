import type { ExecFileOptions } from 'node:child_process'
import type { StaticServer } from '../node/browser/static-server'
import { execFile } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { readBase, serveDist } from '../node/browser/static-server'
import { log } from '../node/cli/cli'
import { ROOT } from '../node/deck'
import { brotliSize } from '../node/site/first-slide'
import { SLIDEV } from '../node/slidev/build-edition'

/** What is measured side by side, served as a host does that compresses. */
export interface Contestant {
  name: string
  url: string
  /** What its host has been asked for, in bytes with brotli; whoever counts empties it. */
  readonly asked: { readonly path: string, readonly size: number }[]
}

/** Kept from run to run. */
const FOLDER = path.join(ROOT, '.cache/bench')
const REVEAL = 'reveal.js@6.0.2'
const SLIDES = 12

const run = promisify(execFile)

/** On Windows it is a script, which only a shell runs. */
const npm = (args: string[], options: ExecFileOptions = {}) => run('npm', args, { ...options, shell: process.platform === 'win32' })

/** Compressed copies of what a host would compress, beside the files. */
export async function compress(dir: string): Promise<void> {
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    if (entry.isFile() && /\.(?:html|js|css|svg|json|webmanifest)$/.test(entry.name))
      await writeFile(`${file}.gz`, gzipSync(await readFile(file), { level: 9 }))
  }
}

/** What a path takes to be sent, in bytes with brotli; nothing where there is no such file. */
function transferSize(dir: string, asked: string): number {
  const files = [asked, `${asked}/index.html`].map(local => path.join(dir, local))
  const file = files.find(file => statSync(file, { throwIfNoEntry: false })?.isFile())
  return file ? brotliSize(file, readFileSync(file)) : 0
}

/** Claim and finding of the first slides of a built site. */
async function wordsOf(dist: string): Promise<{ claim: string, text: string }[]> {
  const files = Array.from({ length: SLIDES }, (_, index) => path.join(dist, `${index + 1}/index.html`))
  const pages = await Promise.all(files.map(file => readFile(file, 'utf8')))
  return pages.map(html => ({
    claim: /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)![1]!.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ').trim(),
    text: /<meta name="description" content="([^"]*)"/.exec(html)![1]!,
  }))
}

/** An empty folder of a contestant. */
async function emptied(name: string): Promise<string> {
  const dir = path.join(FOLDER, name)
  await rm(dir, { recursive: true, force: true })
  await mkdir(dir, { recursive: true })
  return dir
}

/** Twelve plain slides of Slidev, without addon and theme of ours. */
async function plainSlidev(slides: { claim: string, text: string }[]): Promise<string> {
  const dir = await emptied('slidev')
  await writeFile(path.join(dir, 'package.json'), '{ "name": "twelve-slides", "private": true, "type": "module" }\n')
  const text = slides.map(({ claim, text }) => `# ${claim}\n\n${text}\n`)
  const deck = ['---', 'title: Twelve slides', 'fonts:', '  provider: none', '---', '', text.join('\n---\n\n')].join('\n')
  await writeFile(path.join(dir, 'slides.md'), deck)
  const env = { ...process.env, NODE_ENV: 'production', DECK_ROOT: undefined, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' }
  await run(process.execPath, [SLIDEV, 'build', 'slides.md', '--base', '/', '--out', 'dist'], { cwd: dir, env, maxBuffer: 2 ** 26 })
  return path.join(dir, 'dist')
}

function page(head: string, body: string) {
  const meta = '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Twelve slides</title>'
  return `<!doctype html><html lang="en"><head>${meta}${head}</head><body>${body}</body></html>`
}

/** The same in reveal.js, as its own page has it, without a theme. */
async function reveal(slides: { claim: string, text: string }[]): Promise<string> {
  const dir = await emptied('reveal')
  const packages = path.join(FOLDER, 'packages')
  await mkdir(packages, { recursive: true })
  await npm(['install', '--prefix', packages, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', REVEAL])
  for (const file of ['reveal.js', 'reveal.css'])
    await cp(path.join(packages, 'node_modules/reveal.js/dist', file), path.join(dir, file))
  const sections = slides.map(({ claim, text }) => `<section><h1>${claim}</h1><p>${text}</p></section>`).join('')
  await writeFile(path.join(dir, 'index.html'), page(
    '<link rel="stylesheet" href="/reveal.css">',
    `<div class="reveal"><div class="slides">${sections}</div></div><script src="/reveal.js"></script><script>Reveal.initialize()</script>`,
  ))
  return dir
}

/** The same as pages that lead to each other by a key. */
async function staticPages(slides: { claim: string, text: string }[]): Promise<string> {
  const dir = await emptied('pages')
  const script = 'onkeydown = ({ key }) => { if (key === "ArrowRight") document.querySelector("a[rel=next]")?.click() }'
  for (const [index, { claim, text }] of slides.entries()) {
    const file = index === 0 ? 'index.html' : `${index + 1}.html`
    const next = index + 1 < slides.length ? `<a rel="next" href="/${index + 2}.html">next</a>` : ''
    await writeFile(path.join(dir, file), page(`<script>${script}</script>`, `<h1>${claim}</h1><p>${text}</p>${next}`))
  }
  return dir
}

/** Five slides on the addon alone, where they lie beside it: as like for like with twelve plain ones. */
const FIXTURE = path.resolve(import.meta.dirname, '../../fixture')

async function fixture(): Promise<string> {
  log('building five slides on the addon alone')
  const out = '.cache/bench'
  await run(process.execPath, ['--import', 'tsx', '../addon/commands/build.ts', '--out', out], {
    cwd: FIXTURE,
    env: { ...process.env, DECK_ROOT: undefined },
    maxBuffer: 2 ** 26,
  })
  return path.join(FIXTURE, out)
}

/** The site of an earlier commit, built by its own command with its own packages, in a worktree which goes again. */
async function siteOf(commit: string): Promise<string> {
  const git = (...args: string[]) => run('git', args, { cwd: ROOT })
  const { stdout } = await git('rev-parse', '--verify', `${commit}^{commit}`).catch(() => {
    throw new Error(`There is no commit "${commit}".`)
  })
  const id = stdout.trim()
  const dir = path.join(FOLDER, `site-${id}`)
  if (await readFile(path.join(dir, 'index.html')).catch(() => undefined))
    return dir
  log(`building the site of ${commit}, some minutes`)
  const tree = path.join(FOLDER, 'worktree')
  await git('worktree', 'add', '--force', '--detach', tree, id)
  try {
    const options = { cwd: tree, env: { ...process.env, DECK_ROOT: undefined }, maxBuffer: 2 ** 26 }
    await npm(['ci', '--prefer-offline', '--no-audit', '--no-fund'], options)
    await npm(['run', 'build', '--', '--out', 'dist', '--base', '/'], options)
    await cp(path.join(tree, 'dist'), dir, { recursive: true })
  }
  finally {
    await git('worktree', 'remove', '--force', tree)
  }
  return dir
}

/**
 * Builds and serves all that the site is measured beside.
 * @param site its folder, whose words the plain ones have
 * @param against an earlier commit of this repository
 */
export async function serveContestants(
  site: string,
  against: string | undefined,
): Promise<{ contestants: Contestant[], close: () => Promise<void> }> {
  const slides = await wordsOf(site)
  log('building twelve plain slides in Slidev, in reveal.js, and as pages')
  const folders: [name: string, dir: string][] = [
    ['this site', site],
    ...against ? [[`at ${against}`, await siteOf(against)] as [string, string]] : [],
    ...existsSync(FIXTURE) ? [['five slides on the addon', await fixture()] as [string, string]] : [],
    ['plain Slidev, 12 slides', await plainSlidev(slides)],
    ['reveal.js, 12 slides', await reveal(slides)],
    ['static pages', await staticPages(slides)],
  ]
  const servers: StaticServer[] = []
  const contestants: Contestant[] = []
  for (const [index, [name, dir]] of folders.entries()) {
    // What is added for that is no part of a site.
    const copy = path.join(await emptied(`served-${index}`), 'site')
    await cp(dir, copy, { recursive: true })
    await compress(copy)
    const isPlain = /^(?:reveal|static)/.test(name)
    const asked: Contestant['asked'] = []
    const sizes = new Map<string, number>()
    const sizeOf = (path: string) => {
      const size = sizes.get(path) ?? transferSize(copy, path)
      sizes.set(path, size)
      return size
    }
    const server = await serveDist({
      dir: copy,
      base: isPlain ? '/' : readBase(copy),
      gzip: true,
      onRequest: path => void asked.push({ path, size: sizeOf(path) }),
    })
    servers.push(server)
    contestants.push({ name, url: name.startsWith('plain Slidev') ? `${server.url}1` : server.url, asked })
  }
  return { contestants, close: async () => void await Promise.all(servers.map(server => server.close())) }
}
