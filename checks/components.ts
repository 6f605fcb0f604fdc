import type { ElementNode, RootNode } from '@vue/compiler-dom'
import type { Problem } from '../addon/lib/problem'
import type { SlideSource, TextPlace } from '../addon/node/problems/slide-source'
import type { SlideRules } from './rules'
import { ErrorCodes, NodeTypes, parse, parserOptions } from '@vue/compiler-dom'
import { nearestTo } from '../addon/lib/problem'
import { lineAt, shownText } from '../addon/node/problems/slide-source'
import { fault, quoted, unfinished } from './rules'

/** A tag as Markdown knows it, with the attributes that Vue adds: any other `<` is text. */
const TAG = /<(?:\/[a-z][\w.-]*\s*|[a-z][\w.-]*(?:\s+[\w:@#.[\]-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*\/?)>/gi
/** A component's tag of which the end is missing. */
const OPEN_TAG = /<\/?([A-Z]\w*)/g
/** Vue's own, which need no file. */
const VUE = [
  'Component',
  'Slot',
  'Template',
  'Transition',
  'TransitionGroup',
  'KeepAlive',
  'Teleport',
  'Suspense',
  'RouterLink',
  'RouterView',
]
/** Attributes that any element takes. */
const COMMON = /^(?:class|style|id|key|ref|is|slot|lang|dir|title|hidden|role|tabindex|(?:aria|data)-.*)$/
const COMPONENT_ENDS: readonly (number | string)[] = [ErrorCodes.X_MISSING_END_TAG, ErrorCodes.X_INVALID_END_TAG]

/** A name as components are found by it: `headcount-chart` is `HeadcountChart`. */
const pascal = (name: string): string => name.replace(/(?:^|[-_.])(\w)/g, (_, letter: string) => letter.toUpperCase())
const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** An element of a slide's text: a component, or one of HTML. */
export interface SlideTag extends TextPlace {
  /** As typed. */
  readonly name: string
  /** In PascalCase, by which a component is found. */
  readonly component: string
  readonly node: ElementNode
}

interface Markup {
  readonly tags: readonly SlideTag[]
  readonly errors: readonly { readonly message: string, readonly line: number, readonly tag: string }[]
}

/** The text with every `<` blanked that begins no tag. */
function tagsOnly(text: string): string {
  const starts = new Set(Array.from(text.matchAll(TAG), match => match.index))
  return text.replace(/</g, (sign, index: number) => starts.has(index) ? sign : ' ')
}

function elementsIn(node: RootNode | ElementNode): ElementNode[] {
  return node.children.flatMap(child => child.type === NodeTypes.ELEMENT ? [child, ...elementsIn(child)] : [])
}

/** The elements of a slide's text as Vue sees them: none in code, comments, scripts and styles. */
export function markupOf({ content, contentLine, file }: Pick<SlideSource, 'content' | 'contentLine' | 'file'>): Markup {
  const text = shownText(content)
  const errors: { message: string, line: number, tag: string }[] = []
  for (const { index, 1: tag = '' } of text.matchAll(OPEN_TAG)) {
    TAG.lastIndex = index
    const closed = TAG.exec(text)
    if (closed?.index !== index)
      errors.push({ message: 'expected > at the end of the tag, found none', line: lineAt(text, index, contentLine), tag })
  }
  TAG.lastIndex = 0
  const root = parse(tagsOnly(text), {
    onError: ({ code, loc }) => {
      const tag = /^<\/?([\w.-]+)/.exec(loc?.source || text.slice(loc?.start.offset))?.[1] ?? ''
      if (COMPONENT_ENDS.includes(code)) {
        errors.push(
          {
            message: code === ErrorCodes.X_MISSING_END_TAG
              ? `expected </${tag}> at its end, found none`
              : `expected a <${tag}> before </${tag}>, found none`,
            line: (loc?.start.line ?? 1) + contentLine - 1,
            tag,
          },
        )
      }
    },
  })
  const tags = elementsIn(root).map(
    node => ({ name: node.tag, component: pascal(node.tag), node, file, line: node.loc.start.line + contentLine - 1 }),
  )
  return { tags, errors }
}

/** The components that a slide's text mounts, in PascalCase. */
export function componentsIn(content: string): string[] {
  const { tags } = markupOf({ content, contentLine: 1, file: '' })
  return tags.filter(({ name }) => !parserOptions.isNativeTag!(name)).map(({ component }) => component)
}

/** Elements that one types into a slide. */
const USUAL_ELEMENTS = ['div', 'span', 'table', 'strong', 'figure', 'section', 'button', 'small', 'br', 'img']

/** Which known name a misspelt tag is nearest to: the same one in another case, or one with few other letters. */
function nearestTag(name: string, component: string, known: readonly string[]): string | undefined {
  return known.find(other => other.toLowerCase() === component.toLowerCase())
    ?? nearestTo(component, known)
    ?? (/^[a-z]+\d?$/.test(name) ? nearestTo(name, USUAL_ELEMENTS) : undefined)
}

function* propertyProblems(slide: SlideSource, tag: SlideTag, { vocabulary }: SlideRules): Generator<Problem> {
  const declared = vocabulary.properties.get(tag.component)
  if (!declared)
    return
  const known = declared.map(name => name.replace('!', ''))
  const given = tag.node.props.flatMap((prop) => {
    if (prop.type === NodeTypes.ATTRIBUTE)
      return [prop.name]
    const argument = prop.arg?.type === NodeTypes.SIMPLE_EXPRESSION && prop.arg.isStatic ? prop.arg.content : undefined
    return prop.name === 'bind' && argument ? [argument] : []
  })
  for (const name of given.filter(name => !COMMON.test(name) && !known.includes(camel(name)))) {
    const expected = known.length > 0 ? `expected a property of it (${known.join(', ')})` : 'expected no property'
    yield fault(slide, tag, tag.name, `${expected}, found ${quoted(name)}`, { nearest: nearestTo(camel(name), known) })
  }
  const isWhole = tag.node.props.every(prop => prop.type === NodeTypes.ATTRIBUTE || prop.name !== 'bind' || prop.arg)
  const lacks = declared.filter(name => name.endsWith('!') && !given.map(camel).includes(name.slice(0, -1)))
  if (isWhole && lacks.length > 0 && given.every(name => COMMON.test(name) || known.includes(camel(name))))
    yield fault(slide, tag, tag.name, `expected its property "${lacks[0]!.slice(0, -1)}", found none`)
}

/** What would show nothing, or not what its name says. */
export function* componentProblems(slide: SlideSource, rules: SlideRules): Generator<Problem> {
  const { vocabulary: { components, isIcon } } = rules
  const known = [...components, ...VUE]
  const { tags, errors } = markupOf(slide)
  for (const { message, line, tag } of errors)
    yield fault(slide, { file: slide.file, line }, tag, message)
  for (const tag of tags.filter(({ name }) => !parserOptions.isNativeTag!(name))) {
    if (known.includes(tag.component)) {
      yield* propertyProblems(slide, tag, rules)
    }
    else if (!isIcon(tag.name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase())) {
      yield fault(
        slide,
        tag,
        tag.name,
        'expected a component of the deck or of Slidev, found none of that name',
        { nearest: nearestTag(tag.name, tag.component, known) },
      )
    }
  }
}

const V_CLICK = ['VClick', 'VClicks', 'VAfter', 'VSwitch', 'VClickGap']

/** How a slide's text clicks: how often by `v-click`, and whether that can be counted without running it. */
export function textClicks(slide: SlideSource): { count: number, isCertain: boolean } {
  const { tags } = markupOf(slide)
  const named = tags.filter(({ component }) => V_CLICK.includes(component))
  const directives = tags.flatMap(({ node }) => node.props).filter(
    prop => prop.type === NodeTypes.DIRECTIVE && /^(?:click|clicks|after|switch|motion)$/.test(prop.name),
  )
  const plain = named.filter(({ component, node }) => component === 'VClick' && node.props.length === 0).length
    + directives.filter(prop => prop.name === 'click' && !('exp' in prop && prop.exp)).length
  return { count: plain, isCertain: plain === named.length + directives.length }
}

/** The pages of the list of all figures: each once, in order. */
export function* sourcesPageProblems(slides: readonly SlideSource[], { sourcesPages }: SlideRules): Generator<Problem> {
  const tables = slides.flatMap(
    slide => markupOf(slide).tags.filter(({ component }) => component === 'SourcesTable').map(tag => ({ slide, tag })),
  )
  const pageOf = ({ tag: { node } }: (typeof tables)[number]) => /\bpage="(\d+)"/.exec(node.loc.source)?.[1]
  for (const [index, table] of tables.entries()) {
    const page = pageOf(table)
    if (page !== undefined && page !== String(index + 1)) {
      yield fault(
        table.slide,
        table.tag,
        'SourcesTable',
        Number(page) > sourcesPages || page === '0'
          ? `expected a page from 1 to ${sourcesPages}, found ${page}`
          : `expected page ${index + 1}, for the list is in order, found ${page}`,
      )
    }
  }
  const last = tables.at(-1)
  if (tables.length < sourcesPages && tables.every(table => pageOf(table) !== undefined)) {
    const wanted = `expected ${sourcesPages} pages of <SourcesTable :page="…" /> in the appendix`
    const expected = `${wanted}, so that every figure is listed, found ${tables.length}`
    yield last
      ? unfinished(last.slide, last.tag, 'SourcesTable', expected)
      : { file: slides[0]?.file ?? '', field: 'SourcesTable', expected, severity: 'unfinished' }
  }
}
