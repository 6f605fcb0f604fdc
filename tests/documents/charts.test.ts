import type { EditionId } from '../../locales/editions'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { writeCharts } from '../../addon/node/charts/chart-files'
import { editionOf } from '../../locales/editions'
import { differences, pictureOf } from './pictures'
import { has, PACKAGES_FOLDER, run, runOffice } from './programs'

/** Pixels to a slide pixel in our PNG, and dots to the inch that give a PDF of slide pixels as many. */
const SCALE = 2
const DPI = 96 * SCALE

const { editions } = inject('sites').talk

/** What each program makes of a file, as PNG. */
const PROGRAMS = {
  'rsvg-convert': (svg: string, png: string) => run('rsvg-convert', ['--zoom', String(SCALE), '-o', png, svg]),
  'inkscape': (svg: string, png: string) => run('inkscape', [svg, '--export-dpi', String(DPI), '-o', png]),
} as const

/** Draws the page of a PDF with poppler. */
const drawPage = (pdf: string, png: string) => run('pdftoppm', ['-singlefile', '-png', '-r', String(DPI), pdf, png.replace(/\.png$/, '')])

describe.each([['en', false], ['zh', true]] as const)('charts, %s, dark: %s', (id: EditionId, dark) => {
  let out: string
  let charts: string[]
  const file = (name: string, ending: string) => path.join(out, `${name}.${ending}`)
  beforeAll(async () => {
    out = await mkdtemp(path.join(tmpdir(), 'documents-'))
    await writeCharts({ edition: editionOf(id), dist: editions[id].dist, out, dark })
    charts = (await readdir(out)).filter(name => name.endsWith('.svg')).map(name => name.slice(0, -4))
    expect(charts.length).toBeGreaterThan(20)
  })
  afterAll(() => rm(out, { recursive: true, force: true }))

  async function compareAll(draw: (name: string, png: string) => Promise<unknown>): Promise<void> {
    // Inkscape tells by the name what to write.
    const png = path.join(out, 'shown.png')
    for (const name of charts) {
      // Whoever writes nothing is not taken for the one before.
      await rm(png, { force: true })
      await draw(name, png)
      expect(differences(await pictureOf(png), await pictureOf(file(name, 'png'))), name).toEqual([])
    }
  }

  it('need none of our faces: no word is text', async () => {
    for (const name of charts) {
      const svg = await readFile(file(name, 'svg'), 'utf8')
      expect(svg, name).not.toMatch(/<text|font-family|<image|paint-order|dominant-baseline/)
      expect(svg, name).toMatch(/<title>[^<]+<\/title><desc>[^<]+<\/desc>/)
    }
  })

  it.skipIf(!has('@resvg/resvg-js'))('look the same as SVG in resvg', () => compareAll(async (name, png) => {
    const script = `const { Resvg } = require('${path.join(PACKAGES_FOLDER, 'node_modules/@resvg/resvg-js')}'); const fs = require('fs')
fs.writeFileSync(process.argv[2], new Resvg(fs.readFileSync(process.argv[1]), { fitTo: { mode: 'zoom', value: ${SCALE} }, font: { loadSystemFonts: false } }).render().asPng())`
    await run(process.execPath, ['-e', script, file(name, 'svg'), png])
  }))

  it.skipIf(!has('rsvg-convert'))('look the same as SVG in librsvg', () => compareAll((name, png) =>
    PROGRAMS['rsvg-convert'](file(name, 'svg'), png)))

  it.skipIf(!has('inkscape'))('look the same as SVG in Inkscape', () => compareAll((name, png) =>
    PROGRAMS.inkscape(file(name, 'svg'), png)))

  it.skipIf(!has('lodraw'))('look the same as SVG in LibreOffice', async () => {
    // Through its own PDF: its PNG is as large as it likes.
    const office = path.join(out, 'office')
    const drawings = charts.map(name => file(name, 'svg'))
    await runOffice(['--headless', '--convert-to', 'pdf:draw_pdf_Export', '--outdir', office, ...drawings], out)
    await compareAll((name, png) => drawPage(path.join(office, `${name}.pdf`), png))
  })

  it.skipIf(!has('pdftoppm'))('look the same as PDF in poppler', () => compareAll((name, png) =>
    drawPage(file(name, 'pdf'), png)))

  it.skipIf(!has('mutool'))('look the same as PDF in MuPDF', () => compareAll((name, png) =>
    run('mutool', ['draw', '-q', '-F', 'png', '-r', String(DPI), '-o', png, file(name, 'pdf'), '1'])))
})
