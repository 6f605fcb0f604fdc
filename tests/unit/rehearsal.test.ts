import { expect, it } from 'vitest'
import { plannedSlide } from '../../addon/lib/talk-plan'
import { planTable, versionTable } from '../../addon/node/stage/rehearsal-table'

function slide(no: number, minutes: number, keep: number | undefined, claim: string) {
  return {
    ...plannedSlide(no, { minutes, keep }, 'appendix'),
    act: 'Opening',
    claim,
    wordCount: 100 + no,
  }
}
const talk = [slide(1, 0.5, 5, 'First'), slide(2, 1, undefined, 'Second'), slide(3, 1.2, 10, '实验室与公司互相成就，这一句很长很长很长很长很长很长')]
function cells(table: string) {
  return table
    .split('\n')
    .filter(line => line.startsWith('│'))
    .map(line =>
      line
        .split('│')
        .slice(1, -1)
        .map(cell => cell.trim()),
    )
}

/** Columns of a terminal that a line takes: a Chinese character takes two. */
const widthOf = (line: string) => [...line].reduce((sum, character) => sum + (/[\p{Script=Han}，]/u.test(character) ? 2 : 1), 0)

it('prints the plan with a running clock and what each version skips', () => {
  const [head, ...rows] = cells(planTable(talk, [10, 5], 120))
  expect(head).toEqual(['#', 'act', 'claim', 'words', 'min', 'clock', '10\'', '5\''])
  expect(rows.map(([no, , , count, minutes, clock, ten, five]) => [no, count, minutes, clock, ten, five])).toEqual([
    ['1', '101', '0.5', '0:00', '', ''],
    ['2', '102', '1.0', '0:30', 'skip', 'skip'],
    ['3', '103', '1.2', '1:30', '', 'skip'],
  ])
})

it('prints a version with the keys that lead over what is skipped', () => {
  const [, ...rows] = cells(versionTable([talk[0]!, talk[2]!], 120))
  expect(rows.map(row => [row[0], row[5], row[6]])).toEqual([['1', '0:00', 'G 3 Enter'], ['3', '0:30', '']])
})

it.each([80, 100, 140])('is as wide as a terminal of %d, also with Chinese in it', (width) => {
  expect(planTable(talk, [10, 5], width).split('\n').map(widthOf).every(line => line === width)).toBe(true)
})
