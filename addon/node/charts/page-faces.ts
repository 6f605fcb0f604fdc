/** A face that a page knows, as its style sheets declare it. */
export interface PageFace {
  family: string
  /** From, to. */
  weight: [number, number]
  /** Characters that it is asked for, as pairs of code points; empty for all. */
  ranges: [number, number][]
  url: string
}

/** Runs in the page, so everything it needs is inside: the faces that its style sheets declare, the last ones first, as CSS takes them. */
export function pageFaces(): PageFace[] {
  const faces: PageFace[] = []
  const collect = (rules: CSSRuleList, base: string) => {
    for (const rule of rules) {
      if (rule instanceof CSSFontFaceRule) {
        const [from = 400, to = from] = (rule.style.getPropertyValue('font-weight') || '400').split(' ').map(Number)
        const address = /url\(["']?([^"')]+)/.exec(rule.style.getPropertyValue('src'))?.[1]
        if (!address)
          continue
        const ranges = Array.from(rule.style.getPropertyValue('unicode-range').matchAll(/U\+([\dA-F]+)(?:-([\dA-F]+))?/gi), ([, low, high]) =>
          [Number.parseInt(low!, 16), Number.parseInt(high ?? low!, 16)] as [number, number])
        const family = rule.style.getPropertyValue('font-family').replace(/["']/g, '')
        faces.unshift({ family, weight: [from, to], ranges, url: new URL(address, base).href })
      }
      else if (rule instanceof CSSGroupingRule) {
        collect(rule.cssRules, base)
      }
    }
  }
  for (const sheet of document.styleSheets)
    collect(sheet.cssRules, sheet.href ?? document.baseURI)
  return faces
}
