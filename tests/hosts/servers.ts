import type { ChildProcess } from 'node:child_process'
import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'

/** What a server is started with. */
interface Place {
  /** Folder that answers at the root of the host. */
  readonly root: string
  /** For its own files. */
  readonly dir: string
  readonly port: number
  /** Path of the deck, with a slash at both ends. */
  readonly base: string
}

/** A program and its arguments. */
type CommandLine = readonly [program: string, ...args: string[]]

/** A server that people put a site on. */
export interface HostKind {
  readonly name: string
  /** Program of the system, or package of npm with its version. */
  readonly needs: string
  /** How Debian calls the package; npm fetches the others. */
  readonly package?: string
  /** Asks the program for its version. */
  readonly version: CommandLine
  /** Writes what configures it, and tells how to start it. */
  readonly command: (place: Place) => Promise<CommandLine>
  /** Whether it is configured as docs/hosting.md has it; otherwise as it comes. */
  readonly isConfigured?: boolean
  /** Whether it reads `_headers`. */
  readonly readsHeaders?: boolean
  /** Whether a mistyped address gets a page of ours; some look for one at the root of the host only. */
  readonly hasOwnMissing?: boolean | 'at the root'
  /** A folder below the root that it keeps for itself. */
  readonly hides?: string
  /** Seconds until it answers. */
  readonly patience?: number
}

/** A server that runs. */
export interface Host {
  readonly kind: HostKind
  readonly version: string
  /** Address of the deck, with a slash at the end. */
  readonly url: string
  /** Ends it, and starts it again at the same address. */
  readonly stop: () => Promise<void>
  readonly start: () => Promise<void>
  /** Puts another build in the place of the one that it serves. */
  readonly deploy: (dist: string) => Promise<void>
  /** Ends it for good, and takes its files away. */
  readonly end: () => Promise<void>
}

const FILES = import.meta.dirname

/** A configuration as docs/hosting.md shows it, for a place. */
async function configuration(file: string, { root, port, base }: Place, more: [string, string][] = []): Promise<string> {
  const changes: [string, string][] = [...more, ['/srv/deck', root], ['8080', String(port)], ['/404.html', `${base}404.html`]]
  return changes.reduce((text, [from, to]) => text.replaceAll(from, to), await readFile(path.join(FILES, file), 'utf8'))
}

/** Root's servers serve as somebody else. */
const isRoot = process.getuid?.() === 0

async function nginx(place: Place, server: string): Promise<CommandLine> {
  const { dir } = place
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(name => `${name}_temp_path ${dir}/${name};`).join(' ')
  const main = `${isRoot ? 'user www-data;' : ''} daemon off; worker_processes 1; pid ${dir}/pid; error_log ${dir}/error.log;
events {} http { access_log off; include /etc/nginx/mime.types; default_type application/octet-stream; ${temporary}\n${server}\n}\n`
  await writeFile(path.join(dir, 'main.conf'), main)
  return ['nginx', '-p', dir, '-c', path.join(dir, 'main.conf'), '-e', path.join(dir, 'error.log')]
}

const APACHE_MODULES = ['mpm_event', 'authz_core', 'dir', 'mime', 'alias', 'filter', 'headers', 'deflate']

async function apache({ dir, port }: Place, site: string): Promise<CommandLine> {
  const modules = APACHE_MODULES.map(name => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
  const main = [
    ...modules,
    `ServerRoot ${dir}`,
    `PidFile ${dir}/pid`,
    `ErrorLog ${dir}/error.log`,
    `Listen 127.0.0.1:${port}`,
    ...isRoot ? ['User www-data', 'Group www-data'] : [],
    'TypesConfig /etc/mime.types',
    'DirectoryIndex index.html',
    // Debian keeps /icons/ for itself.
    'Include /etc/apache2/mods-available/alias.conf',
    site,
    '',
  ]
  await writeFile(path.join(dir, 'main.conf'), main.join('\n'))
  return ['apache2', '-d', dir, '-f', path.join(dir, 'main.conf'), '-DFOREGROUND']
}

/** A package of npm, on a Node that it runs on. */
function npx(packages: string, ...args: string[]): CommandLine {
  return ['npx', '--yes', '--loglevel=error', ...packages.split(' ').map(name => `--package=${name}`), '--', ...args] as unknown as CommandLine
}

const WRANGLER = 'node@22 wrangler@4.164.0'
const NETLIFY = 'node@22 netlify-cli@27.10.2'

/** Each with the name that the table of docs/hosting.md has for it. */
const HOSTS: readonly HostKind[] = [
  {
    name: 'nginx',
    needs: 'nginx',
    package: 'nginx-light',
    version: ['nginx', '-v'],
    isConfigured: true,
    hasOwnMissing: true,
    command: async place => nginx(place, await configuration('nginx.conf', place, [['example.org', '127.0.0.1'], ['8080', `127.0.0.1:${place.port}`]])),
  },
  {
    name: 'nginx as it comes',
    needs: 'nginx',
    package: 'nginx-light',
    version: ['nginx', '-v'],
    command: place => nginx(place, `server { listen 127.0.0.1:${place.port}; root ${place.root}; }`),
  },
  {
    name: 'Apache',
    needs: 'apache2',
    package: 'apache2',
    hides: 'icons',
    version: ['apache2', '-v'],
    isConfigured: true,
    hasOwnMissing: true,
    command: async place => apache(place, await configuration('apache2.conf', place, [['https://example.org', `http://127.0.0.1:${place.port}`], ['*:8080', `127.0.0.1:${place.port}`]])),
  },
  {
    name: 'Apache as it comes',
    needs: 'apache2',
    package: 'apache2',
    hides: 'icons',
    version: ['apache2', '-v'],
    command: place => apache(place, `ServerName 127.0.0.1\nDocumentRoot ${place.root}\n<Directory ${place.root}>\nRequire all granted\n</Directory>`),
  },
  {
    name: 'Caddy',
    needs: 'caddy',
    package: 'caddy',
    version: ['caddy', 'version'],
    isConfigured: true,
    hasOwnMissing: true,
    command: async (place) => {
      const site = await configuration('Caddyfile', place, [['example.org {', `http://127.0.0.1:${place.port} {`]])
      await writeFile(path.join(place.dir, 'Caddyfile'), `{\n\tadmin off\n\tauto_https off\n}\n${site}`)
      return ['caddy', 'run', '--adapter', 'caddyfile', '--config', path.join(place.dir, 'Caddyfile')]
    },
  },
  {
    name: 'lighttpd',
    needs: 'lighttpd',
    package: 'lighttpd',
    version: ['lighttpd', '-v'],
    isConfigured: true,
    hasOwnMissing: true,
    command: async (place) => {
      const file = path.join(place.dir, 'lighttpd.conf')
      const prefix: [string, string] = ['errorfile-prefix = "/srv/deck/"', `errorfile-prefix = "${place.root}${place.base}"`]
      const types = 'include_shell "/usr/share/lighttpd/create-mime.conf.pl"'
      await writeFile(file, `server.bind = "127.0.0.1"\n${types}\n${await configuration('lighttpd.conf', place, [prefix])}`)
      return ['lighttpd', '-D', '-f', file]
    },
  },
  {
    name: 'Python',
    needs: 'python3',
    package: 'python3',
    version: ['python3', '--version'],
    command: async ({ root, port }) => ['python3', '-m', 'http.server', String(port), '--bind', '127.0.0.1', '--directory', root],
  },
  {
    name: 'busybox',
    needs: 'busybox',
    package: 'busybox',
    version: ['busybox'],
    command: async ({ root, port }) => ['busybox', 'httpd', '-f', '-p', `127.0.0.1:${port}`, '-h', root],
  },
  {
    name: 'serve',
    needs: 'serve@14.2.7',
    version: npx('serve@14.2.7', 'serve', '--version'),
    hasOwnMissing: 'at the root',
    command: async ({ root, port }) => npx('serve@14.2.7', 'serve', '--listen', `tcp://127.0.0.1:${port}`, '--no-clipboard', '--no-port-switching', root),
  },
  {
    name: 'http-server',
    needs: 'http-server@14.1.1',
    version: npx('http-server@14.1.1', 'http-server', '--version'),
    hasOwnMissing: 'at the root',
    command: async ({ root, port }) => npx('http-server@14.1.1', 'http-server', root, '-a', '127.0.0.1', '-p', String(port), '-s'),
  },
  {
    name: 'wrangler (Cloudflare)',
    needs: WRANGLER,
    version: npx(WRANGLER, 'wrangler', '--version'),
    readsHeaders: true,
    hasOwnMissing: true,
    patience: 120,
    command: async ({ root, port }) => npx(WRANGLER, 'wrangler', 'pages', 'dev', root, '--ip', '127.0.0.1', '--port', String(port)),
  },
  {
    name: 'netlify dev',
    needs: NETLIFY,
    version: npx(NETLIFY, 'netlify', '--version'),
    readsHeaders: true,
    hasOwnMissing: 'at the root',
    patience: 240,
    command: async ({ root, port }) => {
      // The site has none of its functions at the edge, for which it would fetch Deno.
      const alone = ['--offline', '--no-open', '--internal-disable-edge-functions']
      return npx(NETLIFY, 'netlify', 'dev', '--dir', root, ...alone, '--port', String(port))
    },
  },
]

/** What is missing to start one here, in a sentence; undefined where all is there. */
function missingFor({ name, needs, package: packageName }: HostKind): string | undefined {
  if (!packageName)
    return undefined
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin']
  return folders.some(folder => existsSync(path.join(folder, needs)))
    ? undefined
    : `${name} is not installed. On Debian and Ubuntu: apt-get install --no-install-recommends ${packageName}`
}

/** The servers that `npm run test:hosts` was asked for, all when nobody said, as far as they can be started here; it says which cannot. */
export function chosenHosts(): HostKind[] {
  const wanted = process.env.HOSTS?.split(',')
  const chosen = HOSTS.filter(({ name }) => !wanted || wanted.some(word => name.toLowerCase().startsWith(word.toLowerCase())))
  return chosen.filter((kind) => {
    const why = missingFor(kind)
    if (why)
      process.stdout.write(`left out: ${kind.name}. ${why}\n`)
    return !why
  })
}

const env = () => ({ ...process.env, PATH: `${process.env.PATH}:/usr/sbin`, CI: '1', NO_UPDATE_CHECK: '1', WRANGLER_SEND_METRICS: 'false' })

/** Milliseconds in which npm fetches a package of many others, on a machine with other work to do. */
const FETCHED = 1_200_000

/** The version of a server, in digits; undefined where it does not start. */
async function versionOf({ version: [program, ...args] }: HostKind): Promise<string | undefined> {
  // busybox tells it, and that it was not asked for anything.
  const { stdout, stderr } = await promisify(execFile)(program, args, { env: env(), timeout: FETCHED })
    .catch((error: { stdout?: string, stderr?: string }) => ({ stdout: '', stderr: '', ...error }))
  return /\d+\.\d+(?:\.\d+)?/.exec(stdout + stderr)?.[0]
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as { port: number }
  await new Promise(resolve => probe.close(resolve))
  return port
}

const wait = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))

/** Waits for what has been told to end; npx leaves it to its children. */
async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null)
    return
  const ended = new Promise(resolve => child.once('exit', resolve))
  const signal = (name: NodeJS.Signals) => {
    try {
      process.kill(-child.pid!, name)
    }
    catch {
      // It has ended in this moment.
    }
  }
  signal('SIGTERM')
  await Promise.race([ended, wait(5000).then(() => signal('SIGKILL'))])
  await ended
}

/**
 * Starts a server on a port of its own, with files of its own, and without touching any service of the system.
 * @param kind what to start
 * @param dist the built deck
 * @param base the path for which it was built
 * @throws with what it said, when it does not answer
 */
export async function startHost(kind: HostKind, dist: string, base: string): Promise<Host> {
  const version = await versionOf(kind)
  if (!version)
    throw new Error(`${kind.name} does not start.`)
  const dir = await mkdtemp(path.join(tmpdir(), 'host-'))
  // For servers that serve as somebody else.
  await chmod(dir, 0o755)
  const place: Place = { dir, root: path.join(dir, 'root'), port: await freePort(), base }
  const deploy = async (dist: string) => {
    const next = `${place.root}.next`
    const deck = path.join(next, base)
    await cp(dist, deck, { recursive: true })
    // What hosts read at their root only.
    if (base !== '/') {
      for (const file of ['_headers', 'robots.txt'])
        await rename(path.join(deck, file), path.join(next, file))
    }
    await rm(place.root, { recursive: true, force: true })
    await rename(next, place.root)
  }
  await mkdir(place.root)
  await deploy(dist)
  const [program, ...args] = await kind.command(place)
  const origin = `http://127.0.0.1:${place.port}`
  let child: ChildProcess | undefined
  const start = async () => {
    const said: string[] = []
    const own = program === 'npx' ? {} : { HOME: dir, XDG_DATA_HOME: dir }
    const running = spawn(program, args, { cwd: dir, env: { ...env(), ...own }, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
    child = running
    for (const stream of [running.stdout, running.stderr])
      stream.on('data', (text: unknown) => void (said.length < 200 && said.push(String(text))))
    const end = Date.now() + (kind.patience ?? 60) * 1000
    const answers = () => fetch(origin + base, { redirect: 'manual' }).then(({ status }) => status === 200, () => false)
    while (!await answers()) {
      if (Date.now() > end || running.exitCode !== null) {
        await stopped(running)
        throw new Error(`${kind.name} does not answer.\n${said.join('').slice(-2000)}`)
      }
      await wait(200)
    }
  }
  const stop = async () => {
    if (child)
      await stopped(child)
  }
  await start()
  return {
    kind,
    version,
    url: origin + base,
    start,
    stop,
    deploy,
    end: async () => {
      await stop()
      await rm(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}
