import { SLIDE } from '../lib/slide-size'
import { defineCommand, log, runIfMain } from '../node/cli/cli'
import { builtFolder, decimal, flag, requireEditions, slideNumbers, valued } from '../node/cli/options'
import { UsageError } from '../node/cli/usage-error'

interface Size { readonly width: number, readonly height: number }

/** Smaller than this a slide can't be read; larger than this, a browser gives no picture. */
const LEAST: Size = { width: 160, height: 90 }
const MOST: Size = { width: 8192, height: 8192 }

const SIZE_EXPECTS = `a width and a height from ${LEAST.width}x${LEAST.height} to ${MOST.width}x${MOST.height}, such as 1920x1080`

/** A width and a height such as `1920x1080`. */
function readSize(text: string): Size | undefined {
  const [, width, height] = (/^(\d+)x(\d+)$/.exec(text) ?? []).map(Number)
  if (!width || !height || width < LEAST.width || height < LEAST.height || width > MOST.width || height > MOST.height)
    return undefined
  return { width, height }
}

/** Pictures of the built deck, to look at and for the README. */
export const command = defineCommand({
  name: 'screenshots',
  summary: 'Takes a picture of every slide, light and dark, in .cache/screenshots/.',
  needsSoundDeck: true,
  editions: 'first',
  options: {
    slides: slideNumbers('only these, such as 3,5-8'),
    clicks: flag('a picture for each step, not only for the last one'),
    light: flag('only the light scheme'),
    dark: flag('only the dark scheme'),
    size: valued('width and height of the window', 'size', SIZE_EXPECTS, readSize, { fallback: SLIDE, shown: '1280x720' }),
    scale: decimal('pixels of the picture to one of the window', { min: 0.5, max: 4 }, { fallback: 1 }),
    dist: builtFolder('a built deck (default: a fresh build)'),
    readme: flag('the pictures of the README instead, in docs/images/'),
  },
  examples: [
    'npm run screenshots',
    'npm run screenshots -- zh --slides 3,5-8 --clicks --dark',
    'npm run screenshots -- --size 1920x1080 --scale 2',
  ],
  check: ({ readme, slides, clicks, light, dark, size, scale, dist }, editions) => {
    if (readme && (slides !== undefined || clicks || light || dark || size !== SLIDE || scale !== 1))
      throw new UsageError('--readme chooses slides, size and scheme itself: expected no other option with it than --lang and --dist.')
    if (Math.max(size.width, size.height) * scale > MOST.width)
      throw new UsageError(`--size and --scale make a picture of more than ${MOST.width} pixels a side; expected a smaller one of them.`)
    requireEditions(dist, editions)
  },
  run: async ({ slides: numbers, light, dark, size, ...options }, [edition]) => {
    log(`taking pictures of the slides, ${edition.name}`)
    const { takeScreenshots } = await import('../node/site/take-screenshots')
    await takeScreenshots({ ...options, edition, numbers, viewport: size, schemes: dark === light ? [false, true] : [dark] })
  },
})

runIfMain(command, import.meta.url)
