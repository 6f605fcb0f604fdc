import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { writeServiceWorker } from '../../addon/node/site/bundle-service-worker'
import { hostTags, tokenColour } from '../../addon/node/site/head-tags'
import { headersFile, manifest, robots, sitemap, writeHostFiles } from '../../addon/node/site/host-files'
import { headElements, renderDocument } from '../../addon/node/site/page-template'
import { editionSite } from '../../addon/node/site/site'
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

describe('_headers', () => {
  it.each(['/', '/talks/iar/'])('below %s gives no path two rules on caching', (base) => {
    const headers = readHeaders(headersFile({ base }))
    const caching = (path: string) => headers(base + path)['Cache-Control']
    expect(caching('sw.js')).toBe('no-cache')
    for (const { folder } of editions) {
      for (const page of ['', '9/', 'read/', 'presenter/9/', 'manifest.webmanifest'])
        expect(caching(folder + page), folder + page).toBe('no-cache')
      expect(caching(`${folder}assets/index-1a2b.js`)).toContain('immutable')
      expect(caching(`${folder}assets/slidev/shared-1a2b.css`)).toContain('immutable')
      for (const file of ['talk.pdf', 'data/papers.csv', 'pictures/cover.webp', 'og/cover.png', 'slides/cover-first-0-light.webp'])
        expect(caching(folder + file)).toBe('public, max-age=3600')
    }
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
    expect(await pngSize('public/icons/apple-touch-180.png')).toBe('180x180')
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
    expect(files).toEqual(['/talks/iar/favicon.svg', '/talks/iar/icons/apple-touch-180.png', '/talks/iar/manifest.webmanifest'])
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
    for (const file of files) {
      await mkdir(path.join(dist, path.dirname(file)), { recursive: true })
      await writeFile(path.join(dist, file), file)
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
      [
        './',
        '1/',
        '10/',
        '2/',
        'assets/index-1a2b.js',
        'assets/serif-1a2b.woff2',
        'entry/',
        'manifest.webmanifest',
        'presenter/2/',
        'read/',
        'slides/cover-first-0-light.webp',
        ...others.flatMap(({ folder }) => ['', '2/', 'manifest.webmanifest'].map(file => folder + file)),
      ].sort(),
    )
    expect(first).not.toContain('importScripts(')
  })
})

describe('the workflow for GitHub Pages', () => {
  it('tests every change, deploys main only, and asks for no more rights than that', async () => {
    const { on, permissions, jobs } = parse(await readFile('.github/workflows/deploy.yml', 'utf8'))
    expect(Object.keys(on)).toEqual(['push', 'pull_request', 'workflow_dispatch'])
    expect(permissions).toEqual({ contents: 'read' })
    const commandsOf = ({ steps }: { steps: { run?: string }[] }) => steps.map(({ run }) => run).filter(Boolean)
    expect(commandsOf(jobs.test)).toEqual(['.ci/browsers', 'npm ci', 'npm test'])
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
