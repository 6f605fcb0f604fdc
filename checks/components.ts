import type { Problem } from '../addon/deck'
import type { SlideSource } from '../addon/node'
import type { SlideTag } from '../figures/slide-markup'
import type { SlideRules } from './rules'
import { NodeTypes, parserOptions } from '@vue/compiler-dom'
import { nearestTo } from '../addon/deck'
import { markupOf } from '../figures/slide-markup'
import { fault, quoted, unfinished } from './rules'

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
const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

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
