import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeServiceWorker } from '../../addon/node/site/bundle-service-worker'

/** Files that name others by their path on the host. */
const NAMES_PATHS = /\.(?:html|js|css|json|webmanifest|xml|txt)$|_headers$/

/** A folder for one site, which nobody else uses. */
export async function newFolder(): Promise<string> {
  return path.join(await mkdtemp(path.join(tmpdir(), 'site-')), 'dist')
}

/** Takes such a folder away. */
export const dropFolder = (dir: string): Promise<void> => rm(path.dirname(dir), { recursive: true, force: true })

async function rewrite(dir: string, change: (text: string, file: string) => string): Promise<void> {
  const files = (await readdir(dir, { recursive: true })).filter(file => NAMES_PATHS.test(file))
  for (const file of files) {
    const text = await readFile(path.join(dir, file), 'utf8')
    const changed = change(text, file)
    if (changed !== text)
      await writeFile(path.join(dir, file), changed)
  }
}

/** The same site as if it had been built for another path: a build for each would take a minute. */
export async function moveSite(dist: string, from: string, to: string): Promise<string> {
  const dir = await newFolder()
  await cp(dist, dir, { recursive: true })
  if (from === to)
    return dir
  await rewrite(dir, text => text.replaceAll(from, to))
  await writeServiceWorker({ dist: dir, base: to, origin: '' })
  return dir
}

/** The same site, deployed anew: its pages say so, and each file that a build names after its content has another name. */
export async function nextVersion(dist: string, base: string): Promise<string> {
  const dir = await newFolder()
  await cp(dist, dir, { recursive: true })
  const folders = (await readdir(dir, { recursive: true })).filter(file => path.basename(file) === 'assets')
  for (const folder of folders) {
    const assets = path.join(dir, folder)
    await rename(assets, `${assets}.next`)
    await mkdir(assets)
    await rename(`${assets}.next`, path.join(assets, 'next'))
  }
  const mark = '<meta charset="utf-8"><meta name="deployment" content="next">'
  await rewrite(dir, text => text.replaceAll('assets/', 'assets/next/').replace('<meta charset="utf-8">', mark))
  await writeServiceWorker({ dist: dir, base, origin: '' })
  return dir
}
