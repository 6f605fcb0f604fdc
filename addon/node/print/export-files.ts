import type { Edition } from '../../deck'
import type { ExportKind } from './export-deck'
import path from 'node:path'
import { fileName } from '../slidev/build-edition'

/** What an export is asked for. */
export interface ExportRequest {
  edition: Edition
  /** Folder that the files go to, absolute. */
  out: string
  dark: boolean
  pptx: boolean
  /** Numbers of the slides; all of them when left out. */
  slides?: readonly number[]
  clicks: boolean
}

/** Numbers as one types them: `3-5,8`. */
function rangeText(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = []
  for (const no of [...numbers].sort((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run && no <= run[1] + 1)
      run[1] = no
    else
      runs.push([no, no])
  }
  return runs.map(([first, last]) => first === last ? String(first) : `${first}-${last}`).join()
}

/**
 * Where each file of an export goes. Dark ones, parts and steps have names of their own, so that none replaces another; the handout has no
 * steps.
 */
export function exportFiles({ edition, out, dark, pptx, slides, clicks }: ExportRequest): Partial<Record<ExportKind, string>> {
  const name = `${fileName(edition)}${dark ? '-dark' : ''}${slides ? `-slides-${rangeText(slides)}` : ''}`
  const file = (ending: string) => path.join(out, name + ending)
  const steps = clicks ? '-clicks' : ''
  return { pdf: file(`${steps}.pdf`), handout: file('-handout.pdf'), ...pptx && { pptx: file(`${steps}.pptx`) } }
}
