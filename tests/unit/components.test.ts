import { readdirSync, readFileSync } from 'node:fs'
import { NodeTypes, parse } from '@vue/compiler-dom'
import { describe, expect, it } from 'vitest'

const files = ['components', 'theme/layouts', 'addon/components'].flatMap(folder => readdirSync(folder).map(file => `${folder}/${file}`))

/** Texts and plain attributes of a template, as a reader meets them. */
function literals(file: string): string[] {
  const template = readFileSync(file, 'utf8').match(/<template>[\s\S]*<\/template>/)?.[0] ?? ''
  const found: string[] = []
  const visit = (node: ReturnType<typeof parse>['children'][number]) => {
    if (node.type === NodeTypes.TEXT)
      found.push(node.content)
    if (node.type === NodeTypes.ELEMENT) {
      for (const prop of node.props) {
        if (prop.type === NodeTypes.ATTRIBUTE && ['aria-label', 'title', 'alt'].includes(prop.name))
          found.push(prop.value?.content ?? '')
      }
      node.children.forEach(visit)
    }
  }
  parse(template).children.forEach(visit)
  return found
}

describe('components', () => {
  it.each(files)('%s states no number of its own', (file) => {
    expect(literals(file).filter(text => /\d/.test(text))).toEqual([])
  })

  it.each(files)('%s has no words of its own: they come from the language', (file) => {
    expect(literals(file).filter(text => /\p{L}{2}/u.test(text))).toEqual([])
  })

  it.each(files)('%s stays small', (file) => {
    expect(readFileSync(file, 'utf8').split('\n').length).toBeLessThan(200)
  })

  it.each(readdirSync('data'))('data/%s knows nothing of Vue, Slidev or Chart.js', (file) => {
    expect(readFileSync(`data/${file}`, 'utf8')).not.toMatch(/from '(?:vue|@slidev|chart\.js|\.\.\/(?:components|lib|locales))/)
  })
})
