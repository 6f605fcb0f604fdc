import path from 'node:path'
import process from 'node:process'
import { ROOT } from './build'
import { buildArguments, buildOptions } from './build-arguments'
import { defineCommand, runIfMain, say } from './cli'
import { reportFor } from './progress'

/** The site for a static host. */
export const command = defineCommand({
  name: 'build',
  summary: 'Makes the site for a static host: all editions, each with its PDF, in dist/.',
  needsSoundDeck: true,
  options: buildOptions,
  refused: {
    lang: 'the site always has all editions',
    edition: 'the site always has all editions',
    theme: 'the theme stands in the first lines of the slides',
    download: 'each edition has its PDF beside it',
    routerMode: 'each slide of the site is a page of its own',
    inspect: 'it is for those who work on Vite; use "npx slidev build --inspect"',
  },
  examples: [
    'npm run build',
    'npm run build -- --base /talks/iar/ --site https://example.org',
    'npm run build -- --out .cache/site --without-notes',
  ],
  check: values => void buildArguments(values, process.env),
  run: async (values) => {
    const { base, out, origin, args } = buildArguments(values, process.env)
    say(`building the deck for ${origin}${base}, some minutes`)
    if (!origin) {
      say('SITE_URL is not set: canonical addresses, social pictures and the sitemap name paths without a host.')
      say('Set it, or --site, to where the deck will live, such as https://example.org.')
    }
    const { buildSite } = await import('./site')
    const dist = path.relative(ROOT, await buildSite({ out, base, origin, args, reportFor }))
    say(`The site is in ${dist}/. To look at it: npm run preview${dist === 'dist' ? '' : ` -- --dist ${dist}`}`)
  },
})

runIfMain(command, import.meta.url)
