import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildReason, buildWarnings } from '../../addon/node/slidev/build-reason'

let root: string
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'reason-'))
  writeFileSync(path.join(root, 'slides.md'), '---\nid: one\n---\n\n# One\n\n---\nid: two\n---\n\n# Two\n')
})
afterAll(() => rmSync(root, { recursive: true }))

const NOISE = `(!) Your Vite config uses features that are unsupported:\n${'  - import "./x" without a file extension\n'.repeat(130)}vite v8.3.0 building client environment for production...\n✓ 625 modules transformed.\n`
const STACK
  = '    at parse (/x/node_modules/@babel/parser/lib/index.js:369:19)\n    at async Object.handler (file:///x/node_modules/@slidev/cli/dist/cli.mjs:326:3) {\n  errors: [Getter/Setter]\n}\n'
const failed = (error: string) => `${NOISE}\u001B[31m✗ Build failed in 6.45s\u001B[39m\nBuild failed with 1 error:\n\n${error}\n${STACK}`

describe('the reason of a failed build', () => {
  it.each([
    {
      of: 'a slide that does not compile, by its place in the file that is edited',
      output: () => failed(`[plugin vite:vue] ${root}/slides.md__slidev_2.md:4:1\nRolldownError: Element is missing end tag.\nSyntaxError: Element is missing end tag.`),
      reason: 'slides.md:10: slide 2 (two): Element is missing end tag.',
    },
    {
      of: 'a component that does not compile',
      output: () => failed(`[plugin vite:vue] ${root}/components/Chart.vue:14:14\nSyntaxError: [vue/compiler-sfc] Unexpected token (14:14)\n\n${root}/components/Chart.vue\n14 |  const whole = = 1\n   |                ^`),
      reason: 'components/Chart.vue:14:14: Unexpected token',
      frame: ['14 |  const whole = = 1', '   |                ^'],
    },
    {
      of: 'an import that leads nowhere',
      output: () => failed(`\u001B[31m[UNRESOLVED_IMPORT] \u001B[0mCould not resolve '../figures/x' in components/Chart.vue?vue&type=script&setup=true&lang.ts\n   ╭─[ components/Chart.vue?vue&type=script&setup=true&lang.ts:5:27 ]\n 5 │ import { x } from '../figures/x'\n   │ Help: 'components/Chart.vue' is imported by the following path:\n   │         - index.html`),
      reason: 'Could not resolve \'../figures/x\' in components/Chart.vue',
      frame: ['   ╭─[ components/Chart.vue ]', ' 5 │ import { x } from \'../figures/x\''],
    },
    {
      of: 'a package that is not installed',
      output: () => failed(`Error: [vite]: Rolldown failed to resolve import "chart.js" from "${root}/figures/chart-parts.ts".\nThis is most likely unintended because it can break your application at runtime.\nIf you do want to externalize this module explicitly add it to\n\`build.rolldownOptions.external\``),
      reason: 'Rolldown failed to resolve import "chart.js" from "figures/chart-parts.ts". Is it installed? '
        + '"npm ci" installs what the deck needs.',
    },
    {
      of: 'a font that is not installed',
      output: () => `${NOISE}failed to load config from ${root}/vite.config.ts\nError: Cannot find module '@fontsource/noto-sans-sc/package.json'\nRequire stack:\n- ${root}/build/fonts.ts\n    at Module._resolveFilename (node:internal/modules/cjs/loader:1207:15) {\n  code: 'MODULE_NOT_FOUND',\n}`,
      reason: 'Cannot find module \'@fontsource/noto-sans-sc/package.json\'. Is it installed? '
        + '"npm ci" installs what the deck needs.',
    },
    {
      of: 'data that does not parse',
      output: () => `[Error: ParseError: Unexpected token \n ${root}/data/headcount.ts:30:14]\n`,
      reason: 'data/headcount.ts:30:14: Unexpected token',
    },
    {
      of: 'data that makes no sense, in our own sentence',
      output: () => `Error: The data cannot be shown:\n  data/headcount.ts: "headcount-now": value: expected a positive number\n${STACK}`,
      reason: 'The data cannot be shown: data/headcount.ts: "headcount-now": value: expected a positive number',
    },
    {
      of: 'a build that ended in silence, with what it said last',
      output: () => 'one\ntwo\n',
      reason: 'Slidev ended without a reason; what it said last follows',
      frame: ['one', 'two'],
    },
  ])('is $of', ({ output, reason, frame = [] }) => {
    expect(buildReason(output(), root)).toEqual({ reason, frame })
  })

  it('names a folder as Windows does, too', () => {
    expect(buildReason('Error: C:\\deck\\data\\papers.ts: no such file', 'C:\\deck\\').reason).toBe('data/papers.ts: no such file')
  })
})

it('a build that only warned of a layout or a file that is missing has failed', () => {
  expect(
    buildWarnings(
      `${NOISE}\u001B[31m\nUnknown layout "\u001B[1mcovr\u001B[22m".\u001B[33m Available layouts are:\u001B[39m\n${NOISE}`,
      root,
    ),
  ).toEqual(['Unknown layout "covr"'])
  expect(
    buildWarnings(`\n./gone.woff2 referenced in ${root}/styles/x.css didn't resolve at build time, it will remain unchanged`, root),
  ).toEqual(['./gone.woff2 referenced in styles/x.css didn\'t resolve at build time'])
  expect(buildWarnings(NOISE, root)).toEqual([])
})
