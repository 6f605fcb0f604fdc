import type { ElementNode, RootNode } from '@vue/compiler-dom'
import type { TextPlace } from '../addon/deck'
import { ErrorCodes, NodeTypes, parse, parserOptions } from '@vue/compiler-dom'
import { lineAt, shownText } from '../addon/deck'

/** A tag as Markdown knows it, with the attributes that Vue adds: any other `<` is text. */
const TAG = /<(?:\/[a-z][\w.-]*\s*|[a-z][\w.-]*(?:\s+[\w:@#.[\]-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*\/?)>/gi
/** A component's tag of which the end is missing. */
const OPEN_TAG = /<\/?([A-Z]\w*)/g
const COMPONENT_ENDS: readonly (number | string)[] = [ErrorCodes.X_MISSING_END_TAG, ErrorCodes.X_INVALID_END_TAG]

/** A name as components are found by it: `headcount-chart` is `HeadcountChart`. */
const pascal = (name: string): string => name.replace(/(?:^|[-_.])(\w)/g, (_, letter: string) => letter.toUpperCase())

/** An element of a slide's text: a component, or one of HTML. */
export interface SlideTag extends TextPlace {
  /** As typed. */
  readonly name: string
  /** In PascalCase, by which a component is found. */
  readonly component: string
  readonly node: ElementNode
}

/** A slide's text, with its place in the file. */
interface SlideContent {
  readonly file: string
  readonly content: string
  readonly contentLine: number
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
export function markupOf({ content, contentLine, file }: SlideContent): Markup {
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
