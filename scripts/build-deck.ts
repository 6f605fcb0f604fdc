import process from 'node:process'
import { assertDeck } from '../lib/validate-deck'
import { buildArguments } from './build-arguments'
import { runCli, say } from './cli'
import { reportFor } from './progress'
import { endCleanly } from './replace-files'
import { buildSite } from './site'

/**
 * `npm run build [-- --base /talks/iar/ --site https://example.org --out dist …]`, or with `BASE_PATH` and `SITE_URL`: the site for a static host.
 * What else is given goes on to `slidev build`.
 */
runCli(async () => {
  const { base, out, origin, rest } = buildArguments(process.argv.slice(2), process.env)
  endCleanly()
  await assertDeck()
  say(`building the deck for ${origin}${base}`)
  if (!origin)
    say('SITE_URL is not set: canonical addresses, social pictures and the sitemap name paths without a host. Set it to where the deck will live, such as https://example.org.')
  await buildSite({ out, base, origin, args: rest, reportFor })
})
