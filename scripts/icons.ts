import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { launchBrowser } from './browser'
import { ROOT } from './build'
import { runCli, say } from './cli'
import { tokenColour } from './head-tags'

/** Part of the icon's width that the strands take, and the radius of its corners in per cent of the width. */
interface Icon { name: string, size: number, part: number, radius: number }

/** Systems cut a maskable icon to a circle of 80 % at the least, and round the corners of Apple's by themselves. */
const ICONS: Icon[] = [
  { name: 'icon-192', size: 192, part: 0.72, radius: 18 },
  { name: 'icon-512', size: 512, part: 0.72, radius: 18 },
  { name: 'maskable-512', size: 512, part: 0.56, radius: 0 },
  { name: 'apple-touch-180', size: 180, part: 0.7, radius: 0 },
]

/**
 * `npm run icons`: draws `public/icons/` from `public/favicon.svg`. The pictures are kept in the repository, so that a build has the same
 * bytes whichever browser it finds.
 */
runCli(async () => {
  const strands = await readFile(path.join(ROOT, 'public/favicon.svg'), 'base64')
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ colorScheme: 'light' })
    for (const { name, size, part, radius } of ICONS) {
      await page.setViewportSize({ width: size, height: size })
      await page.setContent(`<body style="margin:0"><div style="width:${size}px;height:${size}px;display:grid;place-items:center;border-radius:${radius}%;background:${tokenColour('paper-light')}"><img width="${part * size}" src="data:image/svg+xml;base64,${strands}"></div>`)
      await page.screenshot({ path: path.join(ROOT, `public/icons/${name}.png`), omitBackground: true })
    }
  }
  finally {
    await browser.close()
  }
  say(`${ICONS.length} icons are in public/icons/`)
})
