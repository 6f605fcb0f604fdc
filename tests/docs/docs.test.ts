import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { globSync } from 'tinyglobby'
import { describe, expect, it } from 'vitest'
import { readCommand } from '../../addon/node/cli/cli'
import { loadSlides } from '../../addon/node/slidev/slides'
import { commands } from '../../scripts/commands'
import { checkable, commandLines, documents, namedPaths } from './documents'

/** npm's own commands that documents name. */
const OF_NPM = ['ci', 'install', 'test', 'start']
/** What a build or a command makes, or a host serves: no file of the repository. */
const MADE
  = /^\.deck-build\.json$|^(?:talks|dist|exports|assets|pictures|slides|og|zh|read|presenter|overview|print|handout|notes|entry|node_modules|\.cache|\.git)\/|^(?:sw\.js|404\.html|index\.html|_headers|_redirects|robots\.txt|sitemap\.xml|manifest\.webmanifest)$|datapackage\.json$|\.(?:csv|pdf|png|pptx|webp|xlsx)$/

const scripts = Object.keys((JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object }).scripts)
const parts = new Map(documents.map(document => [document, checkable(document)]))

describe.each(documents)('%s', (document) => {
  const { blocks, links, headings } = parts.get(document)!

  it('links to what is there', () => {
    const missing = links.filter(({ target }) => !/^(?:https?|mailto):/.test(target)).filter((link) => {
      const [file = '', anchor] = decodeURI(link.target).split('#')
      const target = file === '' ? document : path.join(path.dirname(document), file)
      if (!existsSync(target))
        return true
      const there = target === document ? headings : target.endsWith('.md') ? checkable(target).headings : []
      return anchor !== undefined && !there.some(heading => heading.anchor === anchor)
    })
    expect(missing).toEqual([])
  })

  it('names files and folders that are there', () => {
    const missing = namedPaths(parts.get(document)!).map(({ text }) => text).filter(word => !MADE.test(word)).filter((word) => {
      const pattern = word.replace(/^\.\//, '').replace(/<\w+(?: \w+)*>/g, '*')
      return [pattern, path.join(path.dirname(document), pattern)].every(
        place => globSync(place.endsWith('/') ? `${place}**` : place, { dot: true }).length === 0,
      )
    })
    expect(missing).toEqual([])
  })

  // Findings speak of other people's packages.
  it.skipIf(document.startsWith('findings/'))('types commands that are there, with options that they take', () => {
    const faults = commandLines(parts.get(document)!).flatMap(({ line }) => {
      const [program, first = '', ...rest] = line.split(/\s+/)
      const name = first === 'run' ? rest[0]! : first
      if (program === 'npx' || /[<…]/.test(line))
        return []
      if (first !== 'run' && OF_NPM.includes(first) && first !== 'start')
        return []
      if (!scripts.includes(name))
        return [`${line}: no script is called "${name}"`]
      const definition = commands.find(command => command.name === name)
      const dashes = rest.indexOf('--')
      // What is built on one machine is not there on the next.
      const typed = dashes < 0 ? [] : rest.slice(dashes + 1).filter((word, index, all) => word !== '--dist' && all[index - 1] !== '--dist')
      if (!definition)
        return typed.length > 0 ? [`${line}: "${name}" takes no options`] : []
      try {
        readCommand(definition, typed)
        return []
      }
      catch (error) {
        return [`${line}: ${(error as Error).message}`]
      }
    })
    expect(faults).toEqual([])
  })

  it('says of each block which language it is in', () => {
    expect(blocks.filter(({ language, text }) => language === '' && /^(?:import|export|const|<)/m.test(text))).toEqual([])
  })
})

describe('the readme', () => {
  const readmes = ['README.md', 'README.zh.md']

  it.each(readmes)('%s is short enough to be read, and says what there is', (readme) => {
    const lines = readFileSync(readme, 'utf8').trimEnd().split('\n').length
    expect(lines).toBeGreaterThanOrEqual(60)
    expect(lines).toBeLessThanOrEqual(90)
  })

  it.each(readmes)('%s begins with the two commands', (readme) => {
    const typed = parts.get(readme)!.blocks.filter(({ language }) => language === 'sh').flatMap(({ text }) => text.split('\n'))
    expect(typed.map(line => line.replace(/( -- zh)?\s+#.*/, ''))).toEqual(['npm ci && npm start', 'npm ci && npm test'])
  })

  it.each([
    { readme: 'README.md', pattern: /(\d+) slides in (\d+) acts/ },
    { readme: 'README.zh.md', pattern: /(?<slides>\d+) 页，分 (?<acts>\d+) 幕/ },
  ])('$readme counts slides and acts as the deck has them', async ({ readme, pattern }) => {
    const talk = (await loadSlides()).filter(({ frontmatter }) => frontmatter.act !== 'appendix')
    const acts = new Set(talk.map(({ frontmatter }) => frontmatter.act))
    const [, slides, counted] = pattern.exec(readFileSync(readme, 'utf8')) ?? []
    expect([slides, counted].map(Number)).toEqual([talk.length, acts.size])
  })

  it.each(readmes)('%s leads to every other document, by its language', (readme) => {
    const isMine = (document: string) =>
      readme === 'README.zh.md' ? !documents.includes(document.replace(/\.md$/, '.zh.md')) : !document.endsWith('.zh.md')
    const reached = new Set([readme])
    for (const document of reached) {
      const targets = parts.get(document)!.links.map(({ target }) => path.join(path.dirname(document), target.split('#')[0]!))
      targets.filter(target => parts.has(target) && isMine(target)).forEach(target => reached.add(target))
    }
    expect(documents.filter(document => isMine(document) && !reached.has(document))).toEqual([])
  })
})

describe('the page of the addon', () => {
  const named = new Set(parts.get('addon/README.md')!.spans.map(({ text }) => text))
  const source = readFileSync('addon/deck.ts', 'utf8')

  it.each(['Deck', 'ClientDeck'])('names every field of %s', (name) => {
    const [, body] = new RegExp(`\\ninterface ${name} \\{\\n([\\s\\S]*?)\\n\\}\\n`).exec(
      source.replaceAll('export interface', 'interface'),
    )!
    const fields = [...body!.matchAll(/^ {2}readonly (\w+)/gm)].map(([, field]) => field!)
    expect(fields.length).toBeGreaterThan(3)
    expect(fields.filter(field => !named.has(field))).toEqual([])
  })

  it.each(['addon/index.ts', 'addon/paper.ts'])('names all that %s hands out', (door) => {
    const exported = [...readFileSync(door, 'utf8').matchAll(/^export \{ (.+) \}/gm)]
      .flatMap(([, list]) => list!.split(', '))
      .map(item => item.split(' as ').at(-1)!)
    expect(exported.length).toBeGreaterThan(0)
    expect(exported.filter(item => !named.has(item))).toEqual([])
  })
})

it('each finding has its row', () => {
  const found = globSync('findings/*.sh').map(file => path.basename(file, '.sh'))
  const named = new Set(parts.get('findings/README.md')!.spans.map(({ text }) => text))
  expect(found.filter(name => !named.has(name))).toEqual([])
})
