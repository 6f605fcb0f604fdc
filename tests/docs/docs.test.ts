import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { globSync } from 'tinyglobby'
import { describe, expect, it } from 'vitest'
import { commands } from '../../addon/commands/index'
import { readCommand } from '../../addon/node/cli/cli'
import { loadSlides } from '../../addon/node/slidev/slides'
import { checkable, commandLines, documents } from './documents'

/** npm's own commands that documents name. */
const OF_NPM = ['ci', 'install', 'test', 'start']
/** What a build or a command makes, or a host serves: no file of the repository. */
const MADE = /^\.deck-build\.json$|^(?:talks|dist|exports|assets|pictures|slides|og|zh|read|presenter|overview|print|handout|notes|entry|node_modules|\.cache|\.git)\/|^(?:sw\.js|404\.html|index\.html|_headers|_redirects|robots\.txt|sitemap\.xml|manifest\.webmanifest)$|\.(?:csv|pdf|png|pptx|webp)$/
/** Looks like a file or folder from the repository's folder: `lib/`, `data/headcount.ts`, `slides.<id>.md`. */
const PATH = /^(?:[\w.<>*-]+\/)+[\w.<>*-]*$|^[\w.<>*-]+\.(?:ts|mjs|cjs|vue|md|json|css|yml)$/

const scripts = Object.keys((JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object }).scripts)
const parts = new Map(documents.map(document => [document, checkable(document)]))

describe.each(documents)('%s', (document) => {
  const { blocks, spans, links, headings } = parts.get(document)!

  it('links to what is there', () => {
    const missing = links.filter(link => !/^(?:https?|mailto):/.test(link)).filter((link) => {
      const [file = '', anchor] = decodeURI(link).split('#')
      const target = file === '' ? document : path.join(path.dirname(document), file)
      if (!existsSync(target))
        return true
      const there = target === document ? headings : target.endsWith('.md') ? checkable(target).headings : []
      return anchor !== undefined && !there.some(heading => heading.anchor === anchor)
    })
    expect(missing).toEqual([])
  })

  it('names files and folders that are there', () => {
    const named = spans.flatMap(span => span.split(/[\s,;]+/)).filter(word => PATH.test(word) && !MADE.test(word))
    const missing = named.filter((word) => {
      const pattern = word.replace(/^\.\//, '').replace(/<\w+(?: \w+)*>/g, '*')
      return [pattern, path.join(path.dirname(document), pattern)].every(place => globSync(place.endsWith('/') ? `${place}**` : place, { dot: true }).length === 0)
    })
    expect(missing).toEqual([])
  })

  // Findings speak of other people's packages.
  it.skipIf(document.startsWith('findings/'))('types commands that are there, with options that they take', () => {
    const faults = commandLines(parts.get(document)!).flatMap((line) => {
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

describe('the two readmes', () => {
  const [english, chinese] = ['README.md', 'README.zh.md'].map(document => parts.get(document)!)

  it('have the same sections', () => {
    expect(chinese!.headings.map(({ depth }) => depth)).toEqual(english!.headings.map(({ depth }) => depth))
  })

  it('show the same code', () => {
    const code = ({ blocks }: typeof english & {}) => blocks.filter(({ file }) => file !== undefined).map(({ language, file }) => `${language} ${file!.replace('.zh.md', '.md')}`)
    expect(code(chinese!)).toEqual(code(english!))
  })

  it('name the same commands', () => {
    const named = (readme: typeof english & {}) => [...new Set(commandLines(readme).map(line => /^np[mx] (?:run )?(\S+)/.exec(line)![1]!))].sort()
    expect(named(chinese!)).toEqual(named(english!))
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
})
