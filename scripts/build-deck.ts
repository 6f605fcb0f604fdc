import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { buildArguments } from './build-arguments'
import { runCli, say } from './cli'
import { claimFolder } from './output-folder'
import { reportFor } from './progress'
import { endCleanly } from './replace-files'
import { buildSite } from './site'
import { siteSummary } from './site-summary'

/**
 * `npm run build [-- --base /talks/iar/ --site https://example.org --out dist …]`, or with `BASE_PATH` and `SITE_URL`: the site for a static host.
 * What else is given goes on to `slidev build`.
 */
runCli(async () => {
  const { base, out, origin, rest } = buildArguments(process.argv.slice(2), process.env)
  endCleanly()
  await claimFolder(out)
  say(`building the site for ${origin}${base} into ${out}, two to four minutes`)
  if (!origin)
    say('SITE_URL is not set: canonical addresses, social pictures and the sitemap name paths without a host. Set it to where the deck will live, such as https://example.org.')
  const start = performance.now()
  const dir = await buildSite({ out, base, origin, args: rest, reportFor, tell: say })
  say(await siteSummary(dir, (performance.now() - start) / 1000))
})
