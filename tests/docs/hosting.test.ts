import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const PAGES = ['docs/hosting.md', 'docs/hosting.zh.md']
const blocks = (page: string) => Array.from(readFileSync(page, 'utf8').matchAll(/^```\w*\n(.*?)\n```$/gms), ([, text]) => text!)

describe.each(PAGES)('%s', (page) => {
  it.each(['nginx.conf', 'apache2.conf', 'Caddyfile', 'lighttpd.conf'])('shows %s as it is tested', (file) => {
    expect(blocks(page)).toContain(readFileSync(`tests/hosts/${file}`, 'utf8').trimEnd())
  })

  it('has a function that finds the page of a folder, and leaves files alone', () => {
    const source = blocks(page).find(text => text.startsWith('function handler'))!
    // eslint-disable-next-line no-new-func -- it is code of a page
    const handler = new Function(`${source}; return handler`)() as (event: { request: { uri: string } }) => { uri: string }
    const led = (uri: string) => handler({ request: { uri } }).uri
    expect(['/', '/9/', '/9', '/zh/', '/talks/iar/zh/9', '/presenter/2'].map(led)).toEqual(
      ['/index.html', '/9/index.html', '/9/index.html', '/zh/index.html', '/talks/iar/zh/9/index.html', '/presenter/2/index.html'],
    )
    const files = ['/sw.js', '/assets/index-1a.js', '/data/a.csv', '/404.html', '/9/index.html']
    expect(files.map(led)).toEqual(files)
  })
})
