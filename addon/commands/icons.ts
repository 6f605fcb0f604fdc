import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { defineCommand, log, runIfMain } from '../node/cli/cli'
import { ROOT } from '../node/deck'

/** Part of the icon's width that the strands take, and the radius of its corners in per cent of the width. */
interface Icon { name: string, size: number, part: number, radius: number }

/** Systems cut a maskable icon to a circle of 80 % at the least, and round the corners of Apple's by themselves. */
const ICONS: Icon[] = [
  { name: 'icon-192', size: 192, part: 0.72, radius: 18 },
  { name: 'icon-512', size: 512, part: 0.72, radius: 18 },
  { name: 'maskable-512', size: 512, part: 0.56, radius: 0 },
  { name: 'apple-touch-180', size: 180, part: 0.7, radius: 0 },
]

/** The page that an icon is a picture of. */
function iconPage({ size, part, radius }: Icon, paper: string, strands: string): string {
  const tile = `width:${size}px;height:${size}px;display:grid;place-items:center;border-radius:${radius}%;background:${paper}`
  return `<body style="margin:0"><div style="${tile}"><img width="${part * size}" src="data:image/svg+xml;base64,${strands}"></div>`
}

/** The pictures are kept in the repository, so that a build has the same bytes whichever browser it finds. */
export const command = defineCommand({
  name: 'icons',
  summary: 'Draws the app\'s icons in public/app-icons/ from public/favicon.svg.',
  options: {},
  examples: ['npm run icons'],
  run: async () => {
    log(`drawing ${ICONS.length} icons`)
    const [{ launchBrowser }, { tokenColour }] = await Promise.all([import('../node/browser/browser'), import('../node/site/head-tags')])
    const strands = await readFile(path.join(ROOT, 'public/favicon.svg'), 'base64')
    const browser = await launchBrowser()
    try {
      const page = await browser.newPage({ colorScheme: 'light' })
      for (const icon of ICONS) {
        await page.setViewportSize({ width: icon.size, height: icon.size })
        await page.setContent(iconPage(icon, tokenColour('paper-light'), strands))
        await page.screenshot({ path: path.join(ROOT, `public/app-icons/${icon.name}.png`), omitBackground: true })
      }
    }
    finally {
      await browser.close()
    }
    log(`${ICONS.length} icons are in public/app-icons/. Commit them with public/favicon.svg.`)
  },
})

runIfMain(command, import.meta.url)
