import { describe, expect, it } from 'vitest'
import { exportFiles } from '../../addon/node/print/export-files'
import { editionOf } from '../../locales/editions'

const ALL = { edition: editionOf('en'), out: '', dark: false, pptx: false, clicks: false }
const DECK = 'industry-academia-research'

describe('the files of an export', () => {
  it.each([
    { asked: {}, files: [`${DECK}.pdf`, `${DECK}-handout.pdf`] },
    { asked: { pptx: true, dark: true }, files: [`${DECK}-dark.pdf`, `${DECK}-dark-handout.pdf`, `${DECK}-dark.pptx`] },
    { asked: { slides: [8, 3, 4, 5] }, files: [`${DECK}-slides-3-5,8.pdf`, `${DECK}-slides-3-5,8-handout.pdf`] },
    { asked: { slides: [9], clicks: true, pptx: true, edition: editionOf('zh') }, files: [`${DECK}.zh-slides-9-clicks.pdf`, `${DECK}.zh-slides-9-handout.pdf`, `${DECK}.zh-slides-9-clicks.pptx`] },
    { asked: { clicks: true }, files: [`${DECK}-clicks.pdf`, `${DECK}-handout.pdf`] },
  ])('$asked', ({ asked, files }) => {
    expect(Object.values(exportFiles({ ...ALL, ...asked }))).toEqual(files)
  })

  it('have names that every system takes', () => {
    for (const file of Object.values(exportFiles({ ...ALL, pptx: true, dark: true, clicks: true, slides: [1, 3, 5] })))
      expect(file).not.toMatch(/[<>:"/\\|?*\s]/)
  })
})
