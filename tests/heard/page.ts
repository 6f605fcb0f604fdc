import type { EditionId } from '../../locales/editions'
import type { HeardDeck } from './hear'
import type { Chapter } from './walk'
import { plain } from './words'

/** What the page says itself, by language. */
const SAYS: Readonly<Record<EditionId, {
  readonly lines: (first: string, other: string) => readonly string[]
  readonly head: readonly string[]
  readonly nothing: string
  readonly slide: (no: number) => string
  /** Of what the walk does, and of its chapters that are no slides. */
  readonly names: Readonly<Record<string, string>>
}>> = {
  en: {
    lines: (first, other) => [
      '# The talk as heard',
      '',
      '[中文](heard.zh.md)',
      '',
      `What the screen reader Orca 43 says of the whole talk in ${first}, as it comes, and where it says something else in ${other}.`,
      '`npm run heard` writes this page; `npm run test:heard` compares the same walk with the page’s own words.',
      'How, and what differs: [With a screen reader](stage.md#with-a-screen-reader).',
      '“Heading level 1”, “image” and the like are Orca’s own words. “Read on” is its key for reading from where one is to the end;',
      'what comes after the slide is left out here. A line between two utterances is a pause.',
    ],
    head: ['key', 'said', 'otherwise in Firefox'],
    nothing: '(nothing)',
    slide: no => String(no),
    names: {},
  },
  zh: {
    lines: (first, other) => [
      '# 听到的演讲',
      '',
      '[English](heard.md)',
      '',
      `屏幕阅读器 Orca 43 在 ${first} 里逐字说出的整场演讲，以及它在 ${other} 里另有说法的地方。本页由 \`npm run heard\` 写成，`,
      '`npm run test:heard` 走同一遍，并与页面自己的文字对照；怎样听，有何不同：[用屏幕阅读器](stage.zh.md#用屏幕阅读器)。',
      '“heading level 1”“image”之类是 Orca 自己的话，未作翻译。“往下读”是它从当前位置读到底的按键；这张幻灯片之后的内容在此略去。',
      '竖线表示停顿。',
    ],
    head: ['按键', '说了什么', '在 Firefox 里'],
    nothing: '（无声）',
    slide: no => String(no),
    names: {
      'open': '打开',
      'read on': '往下读',
      'Backwards': '往回',
      'Keys': '按键',
      'Overview': '总览',
      'Way to a slide': '跳转',
      'List of keys': '按键列表',
      'Language': '语言',
      'The presenter’s window': '演讲者窗口',
      'The reading page': '阅读页',
      'Enter': '回车',
    },
  },
}

/** speech-dispatcher turns Chinese stops into Latin ones. */
const STOPS: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！', '(': '（', ')': '）' }

/** As the page writes it, and so that no sign of it is one of Markdown's. */
function written(said: readonly string[], nothing: string): string {
  const text = said.join(' \u2502 ')
    .replace(/(?<=[\p{Script=Han}”》])[,:;?!()]|\((?=\p{Script=Han})/gu, stop => STOPS[stop]!)
    .replace(/（([^（()）]*)\)/g, '（$1）')
    .replace(/(?<=）)[,:;?!]/g, stop => STOPS[stop]!)
    .replace(/[\\`*_[\]<>|~]/g, sign => `\\${sign}`)
  return text || nothing
}

function chapterLines(id: EditionId, chapter: Chapter, other: Chapter | undefined): string[] {
  const { names, head, nothing } = SAYS[id]
  const nameOf = (name: string) => names[name] ?? name
  const rows = chapter.heard.map(({ press, said }, index) => {
    const elsewhere = other?.heard[index]?.said ?? said
    const isSame = plain(elsewhere.join(' ')) === plain(said.join(' '))
    return `| ${nameOf(press)} | ${written(said, nothing)} | ${isSame ? '' : written(elsewhere, nothing)} |`
  })
  const title = chapter.no === undefined ? nameOf(chapter.title) : `${chapter.no} ${chapter.title}`
  return ['', `## ${title}`, '', `| ${head.join(' | ')} |`, `|${'---|'.repeat(head.length)}`, ...rows]
}

/** Where the page of an edition lies. */
export const heardFile = (id: EditionId) => id === 'en' ? 'docs/heard.md' : `docs/heard.${id}.md`

/**
 * What was heard, as a page for people.
 * @param id of the edition
 * @param heard in the browser that is told, and in the one of which only differences are
 */
export function heardPage(id: EditionId, heard: readonly HeardDeck[]): string {
  const [first, other] = heard
  const { lines } = SAYS[id]
  const chapters = first!.chapters.flatMap(chapter => chapterLines(id, chapter, other!.chapters.find(one => one.id === chapter.id)))
  return `${[...lines(first!.name, other!.name), ...chapters].join('\n')}\n`
}
