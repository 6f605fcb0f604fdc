import type { CommandDefinition } from '../../addon/node/cli/cli'
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import process from 'node:process'
import { describe, expect, it, vi } from 'vitest'
import { freePort, portProblem } from '../../addon/node/browser/ports'
import { invocation, optionsOf, readCommand } from '../../addon/node/cli/cli'
import { flagOf } from '../../addon/node/cli/options'
import { UsageError } from '../../addon/node/cli/usage-error'
import { ROOT } from '../../addon/node/deck'
import { BANNER, LineFilter } from '../../addon/node/slidev/slidev-output'
import { editions } from '../../locales/editions'
import { commands } from '../../scripts/commands'
import { LANDING } from '../parts'

const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
const all = commands.map(command => [command.name, command] as const)
const withEdition = all.filter(([, { editions }]) => editions)

/** Each option of each command that takes a value. */
const valued = all.flatMap(([name, command]) => Object.entries(optionsOf(command))
  .filter(([, { value }]) => value?.startsWith('<'))
  .map(([option]) => [`${name} ${flagOf(option)}`, command, flagOf(option)] as const))
const switches = all.flatMap(([name, command]) => Object.entries(optionsOf(command))
  .filter(([, { value }]) => !value)
  .map(([option]) => [`${name} ${flagOf(option)}`, command, flagOf(option)] as const))

/** What a command says to arguments that it refuses. */
function complaint(command: CommandDefinition, args: readonly string[], env: Record<string, string> = {}): string {
  try {
    readCommand(command, args, env)
  }
  catch (error) {
    expect(error).toBeInstanceOf(UsageError)
    const { message } = error as Error
    expect(message.split('\n')).toHaveLength(1)
    expect(message).not.toMatch(/ {2}at |undefined|\[object/)
    return message
  }
  throw new Error(`${command.name} takes ${JSON.stringify(args)}`)
}

const find = (name: string) => commands.find(command => command.name === name)!

/** What no option takes that wants a value of that kind. */
const WRONG: Record<string, readonly string[]> = {
  '--port': ['abc', '0', '70000', '-1', '1e3', '0x10', ' 5', '5.5', '+5', '１２', 'Infinity', 'NaN'],
  '--minutes': ['abc', '-1', '0', '1e9', '0x10', ' 5', '5,5', '1441', 'NaN'],
  '--rounds': ['abc', '-1', '0', '2.5', '1e3', '101'],
  '--against': ['a b', '../x'],
  '--scale': ['0', 'abc', '1e9', '-1', '1,5', '5', '.5'],
  '--size': ['12', 'x', '0x0', '1280x', '1280x720x2', '-1x5', '1280X720', '99999x9', '1e3x1e3'],
  '--slides': ['0', '3-1', 'a', '3-', '-3', ',', '1,,2', '1.5', '1e1', '0x1'],
  '--lang': ['xx', 'ZH', 'en,zh', 'slides.de.md'],
  '--before': ['no/such/folder', 'README.md'],
  '--dist': ['data', 'no/such/folder', 'README.md'],
  '--with': ['no/such/folder', 'README.md'],
  '--part': ['all', 'key'],
  '--pictures': ['no/such/folder', 'README.md'],
  '--out': ['README.md', 'README.md/below'],
  '--base': [
    'https://example.org/x/',
    '//example.org:80/',
    'C:/x/',
    'C:/Program Files/Git/talks/',
    'C:\\talks',
    '/../',
    './',
    'a b',
    '/讲座/',
    '/%E8%AE%B2/',
    '/été/',
    '/a\'b/',
    '/a&b/',
    '/$&/',
    '/a(b)/',
    '/x?y',
    '/x#y',
    '/x*/',
    '/%/',
    '/%2F/',
    '/%20/',
  ],
  '--site': ['example.org', 'ftp://example.org', 'https://example.org/talks/', 'https://', 'https://example.org?x'],
  '--log': ['loud', 'Warn'],
  '--kind': ['Data', 'colours'],
}

describe('every command', () => {
  it('is an npm script, and every script with a file of ours is a command', () => {
    const ours = Object.entries(scripts).filter(([, line]) => /tsx [\w/-]+\.ts/.test(line)).map(([name]) => name)
    expect(commands.map(({ name }) => name).sort()).toEqual(ours.sort())
  })

  it.each(all)('%s explains itself, whatever else was typed', (name, command) => {
    for (const args of [['--help'], ['-h'], ['--nonsense', '-h'], ['word', 'other', '--help']]) {
      const asked = readCommand(command, args)
      const help = 'help' in asked ? asked.help : ''
      expect(help).toContain(`Usage: ${invocation(name)} --`)
      for (const [option, { fallback }] of Object.entries(optionsOf(command)))
        expect(help).toContain(fallback === true ? `--no-${option}` : flagOf(option))
      expect(help.split('Examples:\n')[1]).toContain(`  ${invocation(name)}`)
    }
  })

  it.each(all)('%s has examples that it takes', (name, command) => {
    for (const example of command.examples) {
      // Whether a folder holds a build depends on what was built.
      const [typed, args = ''] = example.replace(/ --dist \S+/, '').split(/ -- ?/)
      expect(typed).toBe(invocation(name))
      expect(readCommand(command, args.split(' ').filter(Boolean))).toHaveProperty('editions')
    }
  })

  it.each(all)('%s refuses an option that it does not have', (_, command) => {
    expect(complaint(command, ['--nonsense'])).toContain('"--nonsense"')
    expect(complaint(command, ['-x'])).toContain('"-x"')
    expect(complaint(command, ['--hepl'])).toContain('did you mean "--help"?')
  })

  it.each(all)('%s refuses a stray word', (_, command) => {
    expect(complaint(command, ['foo'])).toContain('"foo"')
    expect(complaint(command, ['zh', 'foo'])).toMatch(/"foo"|"zh"/)
    expect(complaint(command, ['--', '--foo'])).toContain('"--foo"')
    expect(complaint(command, [''])).toContain('""')
  })

  it.each(valued)('%s needs a value', (_, command, flag) => {
    for (const args of [[flag], [flag, '--help-me'], [`${flag}=`], [flag, ''], [flag, ' ']])
      expect(complaint(command, args)).toMatch(new RegExp(`^${flag} needs a value: .+\\.$`))
  })

  it.each(valued.filter(([, , flag]) => flag in WRONG))('%s refuses a wrong value and says what it takes', (_, command, flag) => {
    for (const value of WRONG[flag]!)
      expect(complaint(command, [`${flag}=${value}`]), value).toMatch(new RegExp(`^${flag} takes .+, not "`))
  })

  it('knows a wrong value for each option that is not free to be anything', () => {
    expect(new Set(valued.map(([, , flag]) => flag))).toEqual(new Set([...Object.keys(WRONG), '--bind', '--only']))
  })

  it.each(switches)('%s takes no value', (_, command, flag) => {
    expect(complaint(command, [`${flag}=yes`])).toContain(`${flag} takes no value`)
  })

  it.each(withEdition)('%s takes an edition as a word, as an option, and by its file, but not two of them', (_, command) => {
    const named = (...args: string[]) => readCommand(command, args)
    for (const edition of editions) {
      const { id, entry } = edition
      for (const args of [[id], ['--lang', id], [`--lang=${id}`], [entry], [id, '--lang', id]])
        expect(named(...args)).toMatchObject({ editions: [edition] })
    }
    expect(complaint(command, ['zh', '--lang', 'en'])).toContain('two editions')
    expect(complaint(command, ['--lang', 'zh', '--lang', 'en'])).toContain('contradict')
    expect(complaint(command, ['zh', 'en'])).toContain('"en" is one word too many')
    expect(complaint(command, ['de'])).toContain('There is no edition "de": expected en or zh')
  })

  it.each(all.filter(([, { editions }]) => !editions))('%s is for no edition', (_, command) => {
    expect(complaint(command, ['zh'])).toContain('"zh"')
    expect(complaint(command, ['--lang', 'zh'])).toContain('--lang')
  })
})

describe('an option', () => {
  it('may be said twice, but not in two ways', () => {
    expect(readCommand(find('export'), ['--dark', '--dark', '--out', 'a', '--out=a'])).toMatchObject({ values: { dark: true, out: 'a' } })
    expect(complaint(find('export'), ['--out', 'a', '--out', 'b'])).toMatch(/^"--out a" and "--out b" contradict each other/)
    expect(complaint(find('present'), ['--open', '--no-open'])).toContain('contradict')
    expect(complaint(find('present'), ['--build', '--dist', 'x'])).toContain('--dist')
  })

  it('has a default, and turns off what is on', () => {
    expect(readCommand(find('soak'), [])).toMatchObject({ values: { minutes: 5, dist: undefined } })
    expect(readCommand(find('soak'), ['--minutes', '0.5'])).toMatchObject({ values: { minutes: 0.5 } })
    expect(readCommand(find('present'), [])).toMatchObject({ values: { open: true, build: false }, editions: [editions[0]] })
    expect(readCommand(find('present'), ['--no-open'])).toMatchObject({ values: { open: false } })
    expect(readCommand(find('export'), [])).toMatchObject({ editions })
    expect(readCommand(find('screenshots'), ['--size', '1920x1080', '--scale=1.5']))
      .toMatchObject({ values: { size: { width: 1920, height: 1080 }, scale: 1.5 } })
  })

  it('is refused with the reason where one may expect it', () => {
    expect(complaint(find('build'), ['--lang', 'zh'])).toContain('always has all editions')
    expect(complaint(find('build'), ['zh'])).toContain('always has all editions')
    expect(complaint(find('build'), ['--router-mode', 'hash'])).toContain('each slide')
    expect(complaint(find('start'), ['--tunnel'])).toContain('internet')
    expect(complaint(find('screenshots'), ['--readme', '--dark'])).toContain('--readme chooses')
    expect(complaint(find('screenshots'), ['--size', '8000x4500', '--scale', '4'])).toContain('8192 pixels')
  })
})

describe('npm without "--"', () => {
  it.each([
    ['rehearse', ['10'], { npm_config_minutes: 'true' }, 'npm run rehearse -- --minutes 10'],
    ['rehearse', ['zh', '10'], { npm_config_minutes: 'true' }, 'npm run rehearse -- zh --minutes 10'],
    ['rehearse', [], { npm_config_minutes: '10' }, 'npm run rehearse -- --minutes 10'],
    ['export', [], { npm_config_pptx: 'true' }, 'npm run export -- --pptx'],
    ['build', [], { npm_config_without_notes: 'true' }, 'npm run build -- --without-notes'],
    ['present', [], { npm_config_open: '' }, 'npm run present -- --no-open'],
    ['start', ['4000'], { npm_config_open: 'true', npm_config_port: 'true' }, 'npm start -- --port 4000 --open'],
    ['start', [], { npm_config_o: 'true' }, 'npm start -- --open'],
  ] as const)('%s %j: says how to type it', (name, args, env, typed) => {
    expect(complaint(find(name), args, env)).toMatch(new RegExp(`^npm keeps .*: ${typed}$`))
  })

  it('is suspected where a number is left over', () => {
    expect(complaint(find('start'), ['4000'])).toContain('npm needs "--"')
    expect(complaint(find('preview'), ['4000'])).toContain('npm needs "--"')
  })

  it('does not mind options of npm itself', () => {
    const env = { npm_config_force: 'true', npm_config_loglevel: 'silent', npm_config_user_agent: 'npm', npm_config_yes: '' }
    for (const [, command] of all)
      expect(readCommand(command, [], env)).toHaveProperty('editions')
  })
})

describe('a port', () => {
  it('that is taken is said so, or passed over where any will do', async () => {
    const server = createServer()
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    await expect(freePort('localhost', port, true)).rejects.toThrow(`Port ${port} is taken`)
    expect(await freePort('localhost', port)).toBeGreaterThan(port)
    await new Promise(resolve => server.close(resolve))
  })

  it('on an address that is not here, or kept for others, is refused in one sentence', async () => {
    await expect(freePort('203.0.113.9', 20_555, true)).rejects.toThrow('"203.0.113.9" is no address of this machine')
    const denied = Object.assign(new Error('listen EACCES'), { code: 'EACCES' })
    expect(portProblem(denied, { host: 'localhost', port: 80 }).message).toMatch(/^Port 80 is not open to you.*--port.*\.$/)
  })
})

describe('what Slidev prints', () => {
  /** What is left of some output. */
  function filtered(output: string): { lines: string[], ready: number } {
    const onReady = vi.fn()
    const filter = new LineFilter(onReady)
    return { lines: output.split('\n').flatMap(line => filter.take(line)), ready: onReady.mock.calls.length }
  }

  it('goes on without its banner, at each restart', () => {
    const banner = [
      '\n\n  \u001B[36m●\u001B[39m■▲\n  Slidev  v52\n\n  theme       none\n',
      '  public slide show   > http://localhost:1/\n  export slides       > x\n',
      '  shortcuts           > restart | edit',
    ].join('\n')
    expect(filtered(`${banner}\nfirst\n\nsecond${banner}\nthird`)).toEqual({ lines: ['first', '', 'second', 'third'], ready: 2 })
  })

  it('keeps warnings within the banner, and errors without their stack', () => {
    const { lines } = filtered([
      '  ●■▲\n  ! `exportFilename` is odd\n  shortcuts  > x\nError: slides.md:45: no figure',
      '    at parse (file:///x/core.mjs:388:64)\n    at async Promise.all (index 0)\n  at noon, the talk',
    ].join('\n'))
    expect(lines).toEqual(['  ! `exportFilename` is odd', 'slides.md:45: no figure', '  at noon, the talk'])
  })

  it('has no line in its banner that we do not know', () => {
    const source = readFileSync(path.join(ROOT, 'node_modules/@slidev/cli/dist/cli.mjs'), 'utf8')
    const printInfo = source.slice(source.indexOf('function printInfo'))
    const labels = [...printInfo.matchAll(/dim\(" {2}(\w[\w ]*)"\)/g)].map(([, label]) => label!.trim())
    expect(new Set(['Slidev', ...labels])).toEqual(new Set(BANNER))
  })
})

describe('in a process of its own', { ...LANDING, timeout: 120_000 }, () => {
  const env = { ...process.env, DEBUG: '' }
  const node = (...args: string[]) => spawnSync(process.execPath, ['--import', 'tsx', ...args], { cwd: ROOT, encoding: 'utf8', env })
  const failing = (body: string) => node('--input-type=module', '-e', `
    import { runCommand } from './addon/node/cli/cli.ts'
    runCommand({ name: 'x', summary: '', options: {}, examples: [], run: async () => { ${body} } })
  `)

  it('a fault ends with exit code 1 and one line on the standard error', () => {
    const { status, stdout, stderr } = node('addon/commands/screenshots.ts', '--size', '12')
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(/^--size takes .*, not "12"\.\n$/)
  })

  it('help ends with exit code 0', () => {
    const { status, stdout, stderr } = node('addon/commands/bench.ts', '-h')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('--rounds <number>')
  })

  it('an error that nobody foresaw is told without its stack, wherever it arises', () => {
    for (const body of ['null.x', 'setTimeout(() => null.x)', 'Promise.reject(new TypeError("null"))']) {
      const { status, stderr } = failing(body)
      expect({ status, rest: stderr.trim().split('\n').slice(1) })
        .toEqual({ status: 1, rest: ['This was not foreseen: set DEBUG=1 for the stack.'] })
    }
    expect(failing('throw new Error("A sentence.")')).toMatchObject({ status: 1, stderr: 'A sentence.\n' })
  })

  it('nobody minds a reader that stops reading', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'addon/commands/rehearse.ts'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout.destroy()
    let problems = ''
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => problems += chunk)
    const code = await new Promise(resolve => child.once('close', resolve))
    expect({ code, problems }).toEqual({ code: 0, problems: '' })
  })
})
