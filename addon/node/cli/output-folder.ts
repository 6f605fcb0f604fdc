import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { cp, lstat, mkdir, mkdtemp, readdir, readFile, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { deck, ROOT } from '../deck'
import { isRunning } from './replace-files'

/**
 * Lies in each folder that a build made, and names what the build wrote: only such a folder is ever replaced. A host may serve it; it says
 * nothing else.
 */
export const MARKER = '.deck-build.json'

/** The environment variable that tells Slidev's build that its folder has been seen to. */
export const OWN_BUILD = 'DECK_OWN_BUILD'

/** Where commands keep what they make, below the repository's folder; they themselves are no place for a build, folders in them are. */
const WORK_FOLDERS = ['.cache', 'exports']

/** Builds are made here and moved to where they belong. */
const DRAFTS = path.join('.cache', 'drafts')

/** What systems leave in a folder that was looked at. */
const DROPPINGS = ['.DS_Store', 'Thumbs.db', 'desktop.ini']

/** How many files a message names. */
const NAMED = 3

interface Marker {
  deck: string
  version: 1
  /** Paths below the folder, with slashes. */
  files: string[]
}

/** All files below a folder, with slashes; links are files. */
async function filesIn(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => !entry.isDirectory())
    .map(entry => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter(file => !DROPPINGS.includes(path.posix.basename(file)))
    .sort()
}

/** What a build left in a folder says of it; undefined where none of this deck's was made. */
async function readMarker(dir: string): Promise<Marker | undefined> {
  try {
    const marker = JSON.parse(await readFile(path.join(dir, MARKER), 'utf8')) as Partial<Marker>
    return marker.deck === deck.name && Array.isArray(marker.files) ? marker as Marker : undefined
  }
  catch {
    return undefined
  }
}

/**
 * Writes into a folder that it is a build, and of which files.
 * @param dir the folder
 * @param more files that will be there although they are not yet
 */
export async function writeMarker(dir: string, more: string[] = []): Promise<void> {
  const files = [...new Set([...await filesIn(dir), ...more])].filter(file => file !== MARKER).sort()
  await writeFile(path.join(dir, MARKER), `${JSON.stringify({ deck: deck.name, version: 1, files } satisfies Marker)}\n`)
}

/** Where a path really leads, through all links, as far as it exists. */
function realPath(file: string): string {
  try {
    return realpathSync.native(file)
  }
  catch {
    const parent = path.dirname(file)
    return parent === file ? file : path.join(realPath(parent), path.basename(file))
  }
}

/** Whether a path is that of a folder or lies in it. */
function isWithin(file: string, folder: string): boolean {
  const way = path.relative(folder, file)
  return way === '' || (way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way))
}

/** The folders above a path, nearest first. */
function above(file: string): string[] {
  const parent = path.dirname(file)
  return parent === file ? [] : [parent, ...above(parent)]
}

const kindOf = (file: string) => stat(file).then(found => found.isDirectory() ? 'folder' : 'file', () => 'nothing')

/** Why a build has no business at a place, whatever lies there now. */
async function placeProblem(dir: string, root: string): Promise<string | undefined> {
  if (isWithin(root, dir))
    return 'it holds this deck itself'
  if (isWithin(realPath(homedir()), dir))
    return 'it holds your home folder'
  const parts = dir.split(path.sep)
  for (const name of ['.git', 'node_modules']) {
    if (parts.includes(name))
      return `${name} is not ours to write in`
  }
  if (WORK_FOLDERS.some(folder => dir === path.join(root, folder)) || isWithin(dir, path.join(root, DRAFTS)))
    return 'the commands keep their own files there'
  for (const folder of above(dir)) {
    if (await readMarker(folder))
      return `it lies in ${shown(folder, root)}, which is a build and is replaced as a whole by the next one`
    if (await kindOf(folder) === 'file')
      return `${shown(folder, root)} is a file`
  }
  const top = path.join(root, path.relative(root, dir).split(path.sep)[0]!)
  const isSource
    = isWithin(dir, root)
      && dir !== top
      && !WORK_FOLDERS.includes(path.basename(top))
      && (await kindOf(top)) === 'folder'
      && !(await holdsBuildsOnly(top))
  return isSource ? `${shown(top, root)} holds files that no build wrote, perhaps the deck's sources` : undefined
}

/** Whether a folder holds nothing but builds, and folders with nothing else. */
async function holdsBuildsOnly(dir: string): Promise<boolean> {
  for (const entry of await readdir(dir, { withFileTypes: true })) {
    const isBuild
      = entry.isDirectory()
        && ((await readMarker(path.join(dir, entry.name))) !== undefined || (await holdsBuildsOnly(path.join(dir, entry.name))))
    if (!isBuild && !DROPPINGS.includes(entry.name))
      return false
  }
  return true
}

/** Why what lies in a folder must not be deleted. */
async function contentProblem(dir: string): Promise<string | undefined> {
  const isLink = await lstat(dir).then(found => found.isSymbolicLink(), () => false)
  const kind = await kindOf(dir)
  if (kind === 'file')
    return 'it is a file'
  if (kind === 'nothing')
    return isLink ? 'it is a link that leads nowhere' : undefined
  const files = await filesIn(dir)
  if (files.length === 0)
    return undefined
  const marker = await readMarker(dir)
  if (!marker) {
    const older = ['index.html', '404.html'].every(file => files.includes(file))
      ? ' (if it is a build of an earlier version, which wrote none, delete it)'
      : ''
    return `it is not empty, and no ${MARKER} in it says that a build made it${older}`
  }
  const foreign = files.filter(file => file !== MARKER && !marker.files.includes(file))
  const rest = foreign.length > NAMED ? ` and ${foreign.length - NAMED} more` : ''
  return foreign.length > 0 ? `it holds what no build wrote, ${foreign.slice(0, NAMED).join(', ')}${rest}, which would be lost` : undefined
}

/** A folder as messages call it. */
function shown(dir: string, root: string): string {
  const way = path.relative(root, dir)
  return `"${isWithin(dir, root) && way ? way.split(path.sep).join('/') : dir}"`
}

/**
 * Makes sure that files can be made in a folder, which need not exist yet.
 * @throws with one sentence that names the folder
 */
export async function checkWritable(folder: string, root = ROOT): Promise<void> {
  const dir = path.resolve(root, folder)
  const there = [dir, ...above(dir)]
  const kinds = await Promise.all(there.map(kindOf))
  const nearest = there[kinds.findIndex(kind => kind !== 'nothing')] ?? dir
  if (await kindOf(nearest) === 'file') {
    throw new Error(
      `Nothing can be written to ${shown(dir, root)}: ${nearest === dir ? 'it' : shown(nearest, root)} is a file, not a folder.`,
    )
  }
  try {
    await rmdir(await mkdtemp(path.join(nearest, '.deck-try-')))
  }
  catch (error) {
    throw new Error(
      `Nothing can be written to ${shown(dir, root)}: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message} in `
      + `${shown(nearest, root)}.`,
      { cause: error },
    )
  }
}

/**
 * Makes sure that files can be written, over earlier ones of the same names.
 * @param files their paths
 * @throws with one sentence that names the place
 */
export async function checkTargets(files: readonly string[], root = ROOT): Promise<void> {
  for (const file of files) {
    await checkWritable(path.dirname(path.resolve(root, file)), root)
    if (await kindOf(path.resolve(root, file)) === 'folder')
      throw new Error(`${shown(path.resolve(root, file), root)} can't be written: there is a folder of that name.`)
  }
}

/**
 * Makes sure that a build may take a folder: one that is not there, is empty, or holds an earlier build of this deck and nothing else.
 * @param out the folder, absolute or from the repository's
 * @returns the folder, absolute
 * @throws with one sentence: which folder, why not, and what to do
 */
export async function claimFolder(out: string, root = ROOT): Promise<string> {
  if (out.trim() === '')
    throw new Error('The folder of the build has no name: name a new or empty one, such as dist.')
  const dir = path.resolve(root, out)
  const real = realPath(dir)
  const place = await placeProblem(real, realPath(root))
  const problem = place ?? await contentProblem(dir)
  if (problem) {
    const way = place ? 'Name a new or empty folder.' : 'Name another folder, or move away what is in it.'
    throw new Error(`${shown(dir, root)} can't take a build: ${problem}. ${way}`)
  }
  await checkWritable(real, root)
  return dir
}

/** A new folder to build in. Removes those that a process which was killed has left. */
function newDraft(root: string): string {
  const drafts = path.join(root, DRAFTS)
  mkdirSync(drafts, { recursive: true })
  for (const name of readdirSync(drafts)) {
    const owner = /^(\d+)-[0-9a-f]{8}(?:-old)?$/.exec(name)?.[1]
    if (owner && !isRunning(Number(owner)))
      rmSync(path.join(drafts, name), { recursive: true, force: true })
  }
  const draft = path.join(drafts, `${process.pid}-${randomBytes(4).toString('hex')}`)
  mkdirSync(draft)
  return draft
}

/** Puts a draft in a folder's place in one step, which no signal can cut; what was there is in `old` then. Not across file systems. */
function swap(draft: string, dir: string, old: string): boolean {
  const isThere = statSync(dir, { throwIfNoEntry: false }) !== undefined
  try {
    if (isThere)
      renameSync(dir, old)
  }
  catch {
    return false
  }
  try {
    renameSync(draft, dir)
    return true
  }
  catch {
    if (isThere)
      renameSync(old, dir)
    return false
  }
}

/**
 * For another file system, or a folder that is in use: the earlier build's files go, and the new ones are copied. The marker first, so that
 * half a copy is known as ours.
 */
async function copyOver(draft: string, dir: string): Promise<void> {
  await mkdir(dir, { recursive: true })
  const names = (folder: string) => readdir(folder).then(all => all.filter(name => name !== MARKER))
  for (const name of await names(dir))
    await rm(path.join(dir, name), { recursive: true, force: true })
  for (const name of [MARKER, ...await names(draft)])
    await cp(path.join(draft, name), path.join(dir, name), { recursive: true, preserveTimestamps: true })
}

/**
 * Makes a folder anew, or not at all: what was there stays as it is until everything is made, and when something fails.
 * @param out folder, absolute or from the repository's
 * @param make makes everything in the folder that it is given
 * @returns the folder, absolute
 * @throws when the folder can't be taken, before anything is made, or what `make` throws
 */
export async function replaceFolder(out: string, make: (draft: string) => Promise<void>, root = ROOT): Promise<string> {
  const dir = await claimFolder(out, root)
  const draft = newDraft(root)
  const old = `${draft}-old`
  const clean = () => rmSync(draft, { recursive: true, force: true })
  process.once('exit', clean)
  try {
    await make(draft)
    await writeMarker(draft)
    // Minutes have passed.
    await claimFolder(out, root)
    const real = realPath(dir)
    await mkdir(path.dirname(real), { recursive: true })
    if (!swap(draft, real, old))
      await copyOver(draft, real)
    rmSync(old, { recursive: true, force: true })
    return dir
  }
  finally {
    process.off('exit', clean)
    clean()
  }
}
