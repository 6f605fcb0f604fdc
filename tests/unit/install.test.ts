import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

interface Machine {
  phase: 'install' | 'run'
  folder: string
  version: string
  env: Record<string, string>
  system?: typeof path.posix
}

const require = createRequire(import.meta.url)
const { problemOf } = require('../../addon/preflight.cjs') as { problemOf: (machine: Machine) => string | undefined }

type Manifest = Record<'dependencies' | 'devDependencies' | 'scripts', Record<string, string>>
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest
const recommended = readFileSync('.nvmrc', 'utf8').trim()

/** What is said on a machine on which an installation would go well but for what is given. */
function installing(machine: Partial<Machine>): string | undefined {
  return problemOf({ phase: 'install', folder: '/home/me/deck', version: '24.1.0', env: {}, system: path.posix, ...machine })
}

const ONE_SENTENCE = /^[A-Z][^\n]+\.$/

describe('the version of Node', () => {
  it.each(['20.19.0', '20.20.2', '22.12.0', '22.23.3', '24.0.0', '26.10.0', '30.0.0'])('%s is taken', (version) => {
    expect(installing({ version })).toBeUndefined()
  })

  it.each(['12.22.12', '18.20.8', '20.18.3', '21.7.3', '22.11.0', '23.11.1'])('%s is refused, with the one to install', (version) => {
    expect(installing({ version })).toMatch(ONE_SENTENCE)
    expect(installing({ version })).toContain(`Node ${version} cannot run this deck`)
    expect(installing({ version })).toContain(`install Node ${recommended}, `)
  })
})

describe('the folder', () => {
  it.each([
    '/home/me/deck',
    '/home/me/my decks (v2)!',
    '/文稿/产学研 课件',
    '/home/zoë/déjà-vu',
    '/srv/a+b=c,d;e@f~g^h & <co>!',
    '/srv/`a`/.b/-c/ d ',
    '/opt/node_modules/deck',
  ])('%s is taken', (folder) => {
    expect(installing({ folder })).toBeUndefined()
  })

  it.each([...'\'"#?%*[]{}$\\|:\n\t'])('with %j in its path is refused, with that character', (character) => {
    expect(installing({ folder: `/home/a${character}b/deck` })).toMatch(ONE_SENTENCE)
    const shown = { '\n': '\\n', '\t': '\\t' }[character] ?? character
    expect(installing({ folder: `/home/a${character}b/deck` })).toContain(`the character "${shown}" `)
  })

  it.each(['/home/c++(2)/deck', '/home/a!(b)/deck', '/home/a@(b)/deck'])(
    '%s is refused, a pattern to what finds the components',
    (folder) => {
      expect(installing({ folder })).toMatch(/has the character "[+!@]" in its path/)
    },
  )

  it('has its drive and its separators on Windows', () => {
    expect(installing({ folder: 'C:\\Users\\Zoë\\my deck', system: path.win32 })).toBeUndefined()
    expect(installing({ folder: '\\\\server\\share\\deck', system: path.win32 })).toBeUndefined()
    expect(installing({ folder: 'C:\\Users\\me\\C#\\deck', system: path.win32 })).toContain('the character "#" ')
  })
})

describe('who installs', () => {
  it.each([
    ['npm/11.3.0 node/v24.1.0 linux x64 workspaces/false', ''],
    ['my own', '/usr/lib/node_modules/npm/bin/npm-cli.js'],
    ['', ''],
  ])('%j is taken', (agent, program) => {
    expect(installing({ env: { npm_config_user_agent: agent, npm_execpath: program } })).toBeUndefined()
  })

  it.each([
    'pnpm/10.34.9 npm/? node/v20.20.2 linux x64',
    'yarn/4.18.1 npm/? node/v20.20.2',
    'bun/1.4.5 npm/? node/v26.3.0',
    'npminstall/7.12.0 npm/? node/v20.20.2',
    'deno/2.9.6 npm/?',
  ])('%j is refused, with what to run', (agent) => {
    expect(installing({ env: { npm_config_user_agent: agent } })).toMatch(ONE_SENTENCE)
    expect(installing({ env: { npm_config_user_agent: agent } })).toContain(`run "npm ci" instead of ${agent.split('/')[0]}.`)
  })

  it('is asked before an installation, by pnpm before it fetches anything', () => {
    const line = 'node addon/preflight.cjs install'
    expect(manifest.scripts).toMatchObject({ 'preinstall': line, 'pnpm:devPreinstall': line })
  })

  it('is refused when it is yarn, which runs the file that its settings name', () => {
    const [, program] = /^yarnPath: (\S+)$/m.exec(readFileSync('.yarnrc.yml', 'utf8'))!
    const { status, stderr } = spawnSync(process.execPath, [program!, 'install'], { encoding: 'utf8' })
    expect(status).toBe(1)
    expect(stderr.trim()).toMatch(/^This deck is installed with npm.* run "npm ci" instead of yarn\.$/)
  })
})

describe('the installed packages', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'installed-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const running = () => problemOf({ phase: 'run', folder, version: '24.1.0', env: {} })
  /** Puts something into `node_modules`; a name with an ending is a file. */
  function put(...names: string[]): void {
    for (const name of names) {
      mkdirSync(path.join(folder, 'node_modules', path.dirname(name)), { recursive: true })
      writeFileSync(path.join(folder, 'node_modules', name), '')
    }
  }
  const ALL = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })

  it('are asked for where there are none', () => {
    expect(running()).toBe('The packages are not installed: run "npm ci" first.')
  })

  it('are taken where npm put all of them', () => {
    put('.package-lock.json', ...ALL)
    expect(running()).toBeUndefined()
  })

  it.each([
    ['.modules.yaml', 'pnpm'],
    ['.yarn-integrity', 'yarn'],
    ['.yarn-state.yml', 'yarn'],
  ])('with %s are refused as those of %s', (trace, manager) => {
    put(trace, ...ALL)
    expect(running()).toMatch(new RegExp(`^The packages were not installed by npm, but by ${manager}: run "npm ci".*\\.$`))
  })

  it('without a trace are not those of npm', () => {
    put(...ALL)
    expect(running()).toMatch(/^The packages were not installed by npm: run "npm ci".*\.$/)
  })

  it('that lack one are refused with its name', () => {
    put('.package-lock.json', ...ALL.filter(name => name !== 'tsx'))
    expect(running()).toMatch(/^The package tsx is not installed: run "npm ci".*\.$/)
  })
})

it('every command looks first whether it can go well', () => {
  const { preinstall, 'pnpm:devPreinstall': pnpm, ...commands } = manifest.scripts
  const hasty = Object.entries(commands).filter(([, line]) => !/^(?:node addon\/preflight\.cjs|npm run \w+) && /.test(line))
  expect(hasty).toEqual([])
  expect(spawnSync(process.execPath, ['addon/preflight.cjs'], { encoding: 'utf8' })).toMatchObject({ status: 0, stdout: '', stderr: '' })
})
