import type { SlideRules } from '../../checks/validate-slides'
import type { Figure, Printable } from '../../data/types'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { problemText } from '../../addon/lib/problem'
import { shownText } from '../../addon/lib/slide-text'
import { HEAD_KEYS, SLIDE_KEYS } from '../../checks/slide-keys'
import { slideProblems } from '../../checks/validate-slides'

const crowd: Figure = {
  id: 'crowd',
  value: 7,
  bound: 'exact',
  unit: 'people',
  printed: '7名',
  section: 'origin',
  paragraph: 1,
  claimedBy: 'article',
}
const rules: SlideRules = {
  edition: { language: 'en' },
  vocabulary: {
    components: ['CrowdChart', 'PagesTable', 'SourcesTable', 'Link', 'VClick', 'VClicks'],
    properties: new Map([['CrowdChart', []], ['PagesTable', ['page!', 'prose']]]),
    layouts: ['default', 'cover', 'image-right'],
    isIcon: name => name === 'carbon-idea',
    isInstalled: (_, name) => name === 'default',
  },
  acts: ['opening', 'evidence', 'appendix'],
  speech: { ifAsked: 'If asked: ', perMinute: 130, readPerMinute: 200, count: 'words' },
  printables: new Map<string, Printable>(
    [['crowd', crowd], ['crowd-share', { id: 'crowd-share', value: null, bound: 'unknown', unit: 'times', from: ['crowd'] }]],
  ),
  styles: ['number', 'unit', 'words', 'phrase', 'printed'],
  sentences: ['edge'],
  sourcesPages: 1,
  numberWords: { words: /\b(?:seven|dozen)\b/i, names: ['Big Dozen'] },
  headmatter: { lang: 'en', exportFilename: 'deck', editor: false },
  fill: text => text.replaceAll('[[crowd]]', '7'),
  sourcesIn: content => /\[\[crowd\]\]|<CrowdChart/.test(content) ? [{ figures: ['crowd'] }] : [],
  figureFiles: new Map([['crowd', 'data/crowd.ts']]),
}

/** Says for `count` words, of which a minute has 130; pauses take four seconds. */
const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ')

const DECK = `---
theme: default
title: Small
info: A small deck
author: Nobody
keywords: small
lang: en
htmlAttrs:
  lang: en
canvasWidth: 1280
aspectRatio: 16/9
duration: 2min
exportFilename: deck
editor: false
id: start
act: opening
minutes: 1
---

# It begins with [[crowd]]

<CrowdChart />

<!--
${words(121)}

If asked: nothing.
-->

---
id: growth
act: evidence
clicks: 1
minutes: 1
keep: 1
backup: method
---

# It grows

<CrowdChart />

<!--
${words(58)}

[click] ${words(59)}

If asked: [[crowd]] is exact.
-->

---
id: method
act: appendix
minutes: 0
---

# Behind it

<SourcesTable :page="1" />

<!--
The list.

If asked: it is whole.
-->
`

/** The line on which a text stands first. */
const lineOf = (deck: string, text: string) => deck.slice(0, deck.indexOf(text)).split('\n').length

/** How sentences begin, and the longer of their middles. */
const ASKED = `slides.md:${lineOf(DECK, 'If asked: [[crowd]]')}: "growth": notes`
const NO_COMPONENT = 'expected a component of the deck or of Slidev, found none of that name'
const NO_FIGURE = 'expected the id of a figure, a derived figure or an assumption in data/'
const TYPED = 'expected numbers as [[id]] out of data/'
const NOT_CHINESE = 'expected Chinese as <span lang="zh-CN">…</span>, so that it is set and read out as Chinese'
const FLOW = 'expected YAML such as "minutes: 1": Flow sequence in block collection must be sufficiently indented and end with a ]'
const NO_PAGE = 'expected the id of a slide in the act "appendix"'
const LIST = `slides.md:${lineOf(DECK, '<!--\nThe list')}: "method": notes`
const WHOLE = `slides.md:${lineOf(DECK, 'If asked: it is whole')}: "method": notes`
const PAGES = `slides.md:${lineOf(DECK, '<SourcesTable')}: "method": PagesTable`
const GROWS = `slides.md:${lineOf(DECK, '# It grows')}: "growth": text`
const BROKEN = ['[[crowd]', '[crowd]]', '[ [crowd]]', '[[crowd] ]', '[[crowd:]]', '[crowd]', '\uFF3B\uFF3Bcrowd\uFF3D\uFF3D']

function complaints(deck: string, more: Record<string, string> = {}): string[] {
  return slideProblems([{ entry: 'slides.md', rules }], file => ({ 'slides.md': deck, ...more })[file]).map(problemText)
}

/** The one sentence about a deck in which a text is another one. */
function sentence(from: string, to: string): string {
  expect(DECK).toContain(from)
  const found = complaints(DECK.replace(from, () => to))
  expect(found).toHaveLength(1)
  return found[0]!
}

it('a deck in which all is well has none, whatever its line ends', () => {
  expect(complaints(DECK)).toEqual([])
  expect(complaints(DECK.replaceAll('\n', '\r\n'))).toEqual([])
})

describe('what can’t be shown', () => {
  const chart = lineOf(DECK, '<CrowdChart />\n\n<!--\nword word')
  const growthId = lineOf(DECK, 'id: growth')

  it.each<[string, string, string, string]>([
    [
      'a misspelt component',
      'with [[crowd]]\n\n<CrowdChart />',
      'with [[crowd]]\n\n<CrowdChrt />',
      `slides.md:${chart}: "start": CrowdChrt: ${NO_COMPONENT}; did you mean "CrowdChart"?`,
    ],
    [
      'a component in another case',
      'with [[crowd]]\n\n<CrowdChart />',
      'with [[crowd]]\n\n<crowdchart />',
      `slides.md:${chart}: "start": crowdchart: ${NO_COMPONENT}; did you mean "CrowdChart"?`,
    ],
    [
      'a misspelt one in kebab case',
      'with [[crowd]]\n\n<CrowdChart />',
      'with [[crowd]]\n\n<crowd-chrt />',
      `slides.md:${chart}: "start": crowd-chrt: ${NO_COMPONENT}; did you mean "CrowdChart"?`,
    ],
    [
      'a misspelt element',
      'with [[crowd]]\n\n<CrowdChart />',
      'with [[crowd]]\n\n<dvi>x</dvi><CrowdChart />',
      `slides.md:${chart}: "start": dvi: ${NO_COMPONENT}; did you mean "div"?`,
    ],
    [
      'a tag without its end',
      'with [[crowd]]\n\n<CrowdChart />',
      'with [[crowd]]\n\n<CrowdChart',
      `slides.md:${chart}: "start": CrowdChart: expected > at the end of the tag, found none`,
    ],
    [
      'an element without its end',
      'with [[crowd]]\n\n<CrowdChart />',
      'with [[crowd]]\n\n<div>\n<CrowdChart />',
      `slides.md:${chart}: "start": div: expected </div> at its end, found none`,
    ],
    [
      'an unknown property',
      '<SourcesTable',
      '<PagesTable pge="1" />\n<SourcesTable',
      `${PAGES}: expected a property of it (page, prose), found "pge"; did you mean "page"?`,
    ],
    [
      'a missing property',
      '<SourcesTable',
      '<PagesTable />\n<SourcesTable',
      `slides.md:${lineOf(DECK, '<SourcesTable')}: "method": PagesTable: expected its property "page", found none`,
    ],
    [
      'a page that is not there',
      ':page="1"',
      ':page="9"',
      `slides.md:${lineOf(DECK, '<SourcesTable')}: "method": SourcesTable: expected a page from 1 to 1, found 9`,
    ],
    [
      'an unknown figure',
      'with [[crowd]]',
      'with [[crwd]]',
      `slides.md:${lineOf(DECK, '# It begins')}: "start": text: ${NO_FIGURE}, found [[crwd]]; did you mean "crowd"?`,
    ],
    [
      'one in the notes',
      'asked: [[crowd]]',
      'asked: [[crowdd]]',
      `${ASKED}: ${NO_FIGURE}, found [[crowdd]]; did you mean "crowd"?`,
    ],
    [
      'an unknown style',
      'asked: [[crowd]]',
      'asked: [[crowd:phrse]]',
      `${ASKED}: expected one of the styles number, unit, words, phrase, printed, found [[crowd:phrse]]; did you mean "phrase"?`,
    ],
    [
      'a printed form of what nobody printed',
      'asked: [[crowd]]',
      'asked: [[crowd-share:printed]]',
      `${ASKED}: expected a figure of the article, which alone has a printed form, found [[crowd-share:printed]]`,
    ],
    ...BROKEN.map((token): [string, string, string, string] => [
      `a broken token, ${token}`,
      'asked: [[crowd]]',
      `asked: ${token}`,
      `${ASKED}: expected [[id]] or [[id:style]] on one line, found ${token}; did you mean "[[crowd]]"?`,
    ]),
    [
      'an id in braces',
      'asked: [[crowd]]',
      'asked: {{crowd-share}}',
      `${ASKED}: expected [[id]] or [[id:style]] on one line, found {{crowd-share}}; did you mean "[[crowd-share]]"?`,
    ],
    [
      'a duplicate id',
      'id: growth',
      'id: start',
      `slides.md:${growthId}: "start": id: expected an id of its own, found that of the slide at slides.md:15`,
    ],
    [
      'an id of other characters',
      'id: growth',
      'id: Growth 1',
      `slides.md:${growthId}: "Growth 1": id: expected lower-case words joined by hyphens, found "Growth 1"`,
    ],
    [
      'a misspelt act',
      'act: evidence',
      'act: evidnce',
      `slides.md:${growthId + 1}: "growth": act: expected one of opening, evidence or appendix, found "evidnce"; did you mean "evidence"?`,
    ],
    [
      'minutes that are no number',
      'minutes: 1\nkeep',
      'minutes: "1,2"\nkeep',
      `slides.md:${growthId + 3}: "growth": minutes: expected a positive number of minutes such as 0.8, found "1,2"`,
    ],
    [
      'negative minutes',
      'minutes: 1\nkeep',
      'minutes: -1\nkeep',
      `slides.md:${growthId + 3}: "growth": minutes: expected a positive number of minutes such as 0.8, found "-1"`,
    ],
    [
      'absurd minutes',
      'minutes: 1\nkeep',
      'minutes: 100\nkeep',
      `slides.md:${growthId + 3}: "growth": minutes: expected at most the 2 minutes of the whole talk, found 100`,
    ],
    [
      'keep that is no number',
      'keep: 1',
      'keep: always',
      `slides.md:${growthId + 4}: "growth": keep: expected the minutes of the shortest version with this slide, such as 10, found "always"`,
    ],
    [
      'keep beyond the talk',
      'keep: 1',
      'keep: 10',
      `slides.md:${growthId + 4}: "growth": keep: expected at most the 2 minutes of the whole talk, found 10`,
    ],
    [
      'a misspelt backup',
      'backup: method',
      'backup: methd',
      `slides.md:${growthId + 5}: "growth": backup: ${NO_PAGE}, found "methd"; did you mean "method"?`,
    ],
    [
      'a backup in the talk',
      'backup: method',
      'backup: start',
      `slides.md:${growthId + 5}: "growth": backup: expected the id of a slide in the act "appendix", found "start"`,
    ],
    [
      'a misspelt key',
      'keep: 1',
      'kep: 1',
      `slides.md:${growthId + 4}: "growth": kep: expected a key that the deck or Slidev reads; did you mean "keep"?`,
    ],
    [
      'a misspelt key that the notes wait for',
      'clicks: 1',
      'cliks: 1',
      `slides.md:${growthId + 2}: "growth": cliks: expected a key that the deck or Slidev reads; did you mean "clicks"?`,
    ],
    [
      'a key of the whole deck elsewhere',
      'keep: 1',
      'duration: 1min',
      `slides.md:${growthId + 4}: "growth": duration: expected it in the front matter of the first slide, for it is of the whole deck`,
    ],
    [
      'an unknown layout',
      'keep: 1',
      'layout: covr',
      `slides.md:${growthId + 4}: "growth": layout: expected a layout, found "covr"; did you mean "cover"?`,
    ],
    [
      'clicks that are no number',
      'clicks: 1',
      'clicks: one',
      `slides.md:${growthId + 2}: "growth": clicks: expected a whole number of clicks such as 2, found "one"`,
    ],
    [
      'broken YAML',
      'clicks: 1',
      'clicks: [1',
      `slides.md:${growthId + 3}: "growth": front matter: ${FLOW}`,
    ],
    [
      'notes without their end',
      'If asked: nothing.\n-->',
      'If asked: nothing.\n',
      `slides.md:${lineOf(DECK, '<!--')}: "start": notes: expected --> at their end, found none: all that follows is part of them`,
    ],
    [
      'a byte order mark',
      '---\ntheme',
      '\uFEFF---\ntheme',
      'slides.md:1: expected --- as the first characters, found a byte order mark: save the file as UTF-8 without one',
    ],
    [
      'a theme that is not installed',
      'theme: default',
      'theme: defualt',
      'slides.md:2: "start": theme: expected an installed theme, found "defualt"; did you mean "default"?',
    ],
    [
      'another name for its files',
      'exportFilename: deck',
      'exportFilename: deek',
      'slides.md:13: "start": exportFilename: expected "deck", found "deek"',
    ],
    [
      'no time',
      'duration: 2min',
      'duration: long',
      'slides.md:12: "start": duration: expected the time of the whole talk such as "2min", found "long"'.replace('2min', '20min'),
    ],
    [
      'a file that is not there',
      '---\nid: method',
      '---\nsrc: ./more.md\n---\n\n---\nid: method',
      `slides.md:${lineOf(DECK, 'id: method')}: "slide 3": src: expected a file of slides, found "./more.md"`,
    ],
  ])('%s', (_, from, to, expected) => {
    expect(sentence(from, to)).toBe(expected)
  })
})

describe('what is unfinished', () => {
  const growthId = lineOf(DECK, 'id: growth')
  const growthNotes = lineOf(DECK, `${words(58)}\n\n[click]`)

  it.each<[string, string, string, string]>([
    [
      'no id',
      'id: growth\n',
      '',
      `slides.md:${growthId - 1}: "slide 2": id: expected an id of its own, such as "headcount-chart", found none`,
    ],
    [
      'no act',
      'act: evidence\n',
      '',
      `slides.md:${growthId - 1}: "growth": act: expected one of opening, evidence or appendix, found none`,
    ],
    [
      'no minutes',
      'minutes: 1\nkeep',
      'keep',
      `slides.md:${growthId - 1}: "growth": minutes: expected a positive number of minutes such as 0.8, found none`,
    ],
    ['an act without a slide', 'act: evidence', 'act: opening', 'slides.md: act: expected a slide in each act, found none in "evidence"'],
    [
      'clicks that the notes contradict',
      'clicks: 1',
      'clicks: 3',
      `slides.md:${growthId + 2}: "growth": clicks: expected 1, as often as its notes say [click], found 3`,
    ],
    [
      'clicks that only the notes know',
      'clicks: 1\n',
      '',
      `slides.md:${growthNotes - 1}: "growth": clicks: expected 1, as often as its notes say [click], found 0`,
    ],
    [
      'a misspelt click',
      '[click] ',
      '[clik] ',
      `slides.md:${growthNotes + 2}: "growth": notes: expected [click] or [click:2], found [clik]`,
    ],
    [
      'clicks of the text that nobody can count',
      'clicks: 1\nminutes: 1\nkeep: 1\nbackup: method\n---\n\n# It grows\n',
      'minutes: 1\nkeep: 1\nbackup: method\n---\n\n# It grows\n\n<v-clicks><p>a</p></v-clicks>\n',
      `slides.md:${growthId - 1}: "growth": clicks: expected how often the slide clicks, which its text alone does not tell, found none`,
    ],
    [
      'no notes',
      '<!--\nThe list.\n\nIf asked: it is whole.\n-->\n',
      '',
      `slides.md:${lineOf(DECK, '<SourcesTable')}: "method": notes: expected notes in a comment at the end of the slide, found none`,
    ],
    [
      'notes before the end',
      'If asked: it is whole.\n-->\n',
      'If asked: it is whole.\n-->\n\nMore\n',
      `${LIST}: expected the comment with the notes at the end of the slide, found more after it`,
    ],
    [
      'no answer',
      'If asked: it is whole.',
      'It is whole.',
      `${WHOLE}: expected a last paragraph that begins with "If asked:", found none`,
    ],
    [
      'no title',
      '# Behind it',
      'Behind it',
      `slides.md:${lineOf(DECK, '# Behind')}: "method": title: expected one line such as "# What the slide claims", found none`,
    ],
    [
      'a title that is none',
      '# Behind it',
      '#Behind it',
      `slides.md:${lineOf(DECK, '# Behind')}: "method": title: expected one line such as "# What the slide claims", found "#Behind it"`,
    ],
    [
      'two titles',
      '# Behind it',
      '# Behind it\n\n# And again',
      `slides.md:${lineOf(DECK, '# Behind') + 2}: "method": title: expected one title, found another, "# And again"`,
    ],
    [
      'a typed number',
      'The list.',
      'The list of 2,000 things.',
      `slides.md:${lineOf(DECK, 'The list.')}: "method": notes: ${TYPED}, found "2,000" in "The list of 2,000 things."`,
    ],
    [
      'a number in words',
      '# Behind it',
      '# Seven behind it',
      `slides.md:${lineOf(DECK, '# Behind')}: "method": text: ${TYPED}, found "Seven" in "# Seven behind it"`,
    ],
    [
      'chinese without its language',
      '# Behind it',
      '# Behind 产学研',
      `slides.md:${lineOf(DECK, '# Behind')}: "method": text: ${NOT_CHINESE}, found "产学研"`,
    ],
    [
      'notes that take longer',
      'minutes: 1\nkeep',
      'minutes: 1.9\nkeep',
      `slides.md:${growthId + 3}: "growth": minutes: expected about 1.0, as long as its notes take to say, found 1.9`,
    ],
    [
      'a talk of another length',
      'duration: 2min',
      'duration: 3min',
      'slides.md:12: "start": duration: expected about 2 minutes, as long as the notes of the talk take to say, found "3min"',
    ],
    [
      'a slide that rests on nothing',
      '# It grows\n\n<CrowdChart />',
      '# It grows',
      `${GROWS}: expected an exhibit or a [[figure]] with its place in the article, found none`,
    ],
    [
      'a list of figures that is not whole',
      '<SourcesTable :page="1" />',
      '',
      'slides.md: SourcesTable: expected 1 pages of <SourcesTable :page="…" /> in the appendix, so that every figure is listed, found 0',
    ],
    ['no author', 'author: Nobody\n', '', 'slides.md:1: "start": author: expected it in the front matter of the first slide, found none'],
  ])('%s', (_, from, to, expected) => {
    expect(sentence(from, to)).toBe(expected)
  })

  it('acts out of order', () => {
    const deck = DECK.replace('act: opening', 'act: evidence').replace('id: growth\nact: evidence', 'id: growth\nact: opening')
    expect(complaints(deck)).toEqual(
      [`slides.md:${growthId + 1}: "growth": act: expected evidence or appendix after the slide before it, found "opening"`],
    )
  })

  it('a figure that no slide shows', () => {
    const rulesWithMore = { ...rules, figureFiles: new Map([...rules.figureFiles, ['others', 'data/others.ts']]) }
    expect(slideProblems([{ entry: 'slides.md', rules: rulesWithMore }], () => DECK).map(problemText)).toEqual(
      ['data/others.ts: "others": id: expected a slide of the talk in slides.md that shows it, found none'],
    )
  })
})

describe('what is no problem', () => {
  it.each([
    ['a component in a fence', '# It grows', '# It grows\n\n```html\n---\n<CrowdChrt />\n[[crwd]\n# No title, 3\n```'],
    ['a component in code', '# It grows', '# It grows\n\nas `<CrowdChrt />` and `[[x]`'],
    ['a component in a comment', '# It grows', '# It grows\n\n<!-- <CrowdChrt /> has 3 -->'],
    ['a component in kebab case', '# It grows\n\n<CrowdChart />', '# It grows\n\n<crowd-chart />\n<CrowdChart />'],
    ['an icon', '# It grows', '# It grows\n\n<carbon-idea />'],
    [
      'elements, Vue’s own, and attributes',
      '# It grows',
      '# It grows\n\n<div class="columns" :style="{ rows: [1] }"><Transition><b v-if="true">a</b></Transition></div><br>\n\nb < a',
    ],
    ['a link with a number', '# It grows', '# It grows\n\nSee [there](https://example.org/2019) and https://example.org/7'],
    ['an ordered list', '# It grows', '# It grows\n\n1. first\n2. second'],
    ['a name with a number in it', '# It grows', '# It grows, says Big Dozen'],
    ['chinese in its language', '# It grows', '# It grows <span lang="zh-CN">产学研</span>'],
    ['styles', '# It grows', '# It grows\n\n<style>\nh1 { font-size: 12px }\n</style>'],
    ['a hidden slide', '---\nid: method', '---\nhide: true\nfoo: 1\n---\n\n# 12\n\n---\nid: method'],
    ['a click of two', 'clicks: 1', 'clicks: 2'],
  ])('%s', (name, from, to) => {
    const deck = DECK.replace(from, () => to)
    expect(complaints(name === 'a click of two' ? deck.replace('[click]', '[click:2]') : deck)).toEqual([])
  })
})

it('what an imported file says is named with that file', () => {
  const deck = DECK.replace('---\nid: method', '---\nsrc: ./parts/more.md\n---\n\n---\nid: method')
  const part = '---\nid: more\nact: evidence\nminutes: 1\n---\n\n# More\n\n<CrowdChrt />\n\n<!--\nword\n\nIf asked: no.\n-->\n'
  expect(complaints(deck, { 'parts/more.md': part })).toContain(
    `parts/more.md:9: "more": CrowdChrt: ${NO_COMPONENT}; did you mean "CrowdChart"?`,
  )
})

describe('another edition', () => {
  const compared = (change: (deck: string) => string) => slideProblems(
    [{ entry: 'slides.md', rules }, { entry: 'slides.xx.md', rules }],
    file => file === 'slides.md' ? DECK : change(DECK),
  ).map(problemText)
  const at = (text: string) => lineOf(DECK, text)

  it('that says the same has no problem', () => expect(compared(deck => deck)).toEqual([]))

  it.each<[string, string, string, string]>([
    [
      'a figure in the first one only',
      'with [[crowd]]',
      'with many',
      `slides.xx.md:${at('# It begins')}: "start": text: expected [[crowd]] as at slides.md:${at('# It begins')}, found none`,
    ],
    [
      'a figure in this one only',
      '# It grows',
      '# It grows to [[crowd]]',
      `${GROWS.replace('.md', '.xx.md')}: expected what stands at slides.md:${at('# It grows')}, found [[crowd]], which is not there`,
    ],
    [
      'another component',
      '# It grows\n\n<CrowdChart />',
      '# It grows\n\n<Link />',
      `slides.xx.md:${at('# It grows')}: "growth": text: expected <CrowdChart /> as at slides.md:${at('# It grows')}, found <Link />`,
    ],
    [
      'other front matter',
      'keep: 1',
      'keep: 2',
      `slides.xx.md:${at('keep: 1')}: "growth": keep: expected "1" as at slides.md:${at('keep: 1')}, found "2"`,
    ],
    [
      'front matter that the first one has not',
      'keep: 1',
      'keep: 1\nclass: loud',
      `slides.xx.md:${at('keep: 1') + 1}: "growth": class: expected none, as at slides.md:${at('id: growth') - 1}, found "loud"`,
    ],
    [
      'a figure in the notes of one only',
      'asked: [[crowd]]',
      'asked: it',
      `slides.xx.md:${at('word')}: "growth": notes: expected [[crowd]] as at slides.md:1, found none`,
    ],
    [
      'fewer paragraphs',
      'The list.\n\nIf',
      'The list.\nIf',
      `slides.xx.md:${at('The list')}: "method": notes: expected 2 paragraphs as at slides.md:${at('The list')}, found 1`,
    ],
  ])('has %s', (name, from, to, expected) => {
    const found = compared(deck => deck.replace(from, () => to))
    if (name.startsWith('a figure in the notes')) {
      const note = lineOf(DECK, `${words(58)}\n\n[click]`)
      expected = `slides.xx.md:${note}: "growth": notes: expected [[crowd]] as at slides.md:${note}, found none`
    }
    expect(found.filter(text => text.includes(' as ') || text.includes('stands') || text.includes('paragraphs'))).toEqual([expected])
  })

  it('has one whose id is another', () => {
    expect(compared(deck => deck.replace('id: growth', 'id: grwth'))).toEqual([
      `slides.xx.md:${at('id: growth')}: "grwth": id: expected an id that slides.md has, too, found it here alone; did you mean "growth"?`,
    ])
  })

  it('has a slide less, or one more, or another order', () => {
    const parts = DECK.split(/(?=---\nid: )/)
    expect(compared(() => parts[0]! + parts[2]!)).toContain(
      `slides.xx.md: "growth": slide: expected it as at slides.md:${at('id: growth') - 1}, found none`,
    )
    const more = parts[2]!.replace('id: method', 'id: another').replace('<SourcesTable :page="1" />', '')
    expect(compared(deck => deck + more)).toEqual(
      [`slides.xx.md:${DECK.split('\n').length}: "another": slide: expected a slide that slides.md has, too, found it here alone`],
    )
    expect(compared(() => parts[0]! + parts[2]! + parts[1]!)).toContainEqual(
      expect.stringMatching(/^slides\.xx\.md:\d+: "method": slide: expected "growth" here, as in slides\.md, found "method"$/),
    )
  })

  it('is not compared where one of both has a problem of its own', () => {
    expect(compared(deck => deck.replace('minutes: 1\nkeep', 'minutes: -1\nkeep'))).toHaveLength(1)
  })
})

describe('the keys that Slidev reads', () => {
  const types = readFileSync('node_modules/@slidev/types/dist/index.d.mts', 'utf8')
  const keysOf = (name: string) => {
    const body = new RegExp(`export interface ${name} [^{]*\\{\\n([\\s\\S]*?)\\n\\}`).exec(types)![1]!
    return Array.from(body.matchAll(/^ {2}(\w+)\??:/gm), match => match[1]!)
  }

  it('are those of its types', () => {
    expect(keysOf('Frontmatter').filter(key => !(SLIDE_KEYS as readonly string[]).includes(key))).toEqual([])
    expect(keysOf('HeadmatterConfig').filter(key => !([...HEAD_KEYS, ...SLIDE_KEYS] as readonly string[]).includes(key))).toEqual([])
  })
})

it('shown text keeps its places', () => {
  const text = 'a `b` c\n```ts\n# x\n```\n<!-- d -->e'
  expect(shownText(text)).toHaveLength(text.length)
  expect(shownText(text).replace(/\s+/g, ' ')).toBe('a c e')
})
