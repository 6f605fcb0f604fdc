import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { buildArguments, buildOptions } from '../node/cli/build-arguments'
import { defineCommand, log, runIfMain } from '../node/cli/cli'
import { reportFor } from '../node/cli/progress'

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
    const [{ claimFolder }, { buildSite }, { siteSummary }] = await Promise.all([
      import('../node/cli/output-folder'),
      import('../node/site/build-site'),
      import('../node/site/site-summary'),
    ])
    await claimFolder(out)
    log(`building the site for ${origin}${base} into ${out}, two to four minutes`)
    if (!origin) {
      log('SITE_URL is not set: there will be no sitemap, and pages name neither their own address nor a social picture.')
      log('Set it, or --site, to where the deck will live, such as https://example.org.')
    }
    const start = performance.now()
    const dir = await buildSite({ out, base, origin, args, reportFor, tell: log })
    log(await siteSummary(dir, (performance.now() - start) / 1000))
  },
})

runIfMain(command, import.meta.url)
