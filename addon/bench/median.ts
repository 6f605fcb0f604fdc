/** Values from the least on; what was not measured, NaN, is none of them. */
export const sorted = (values: readonly number[]) => values.filter(value => !Number.isNaN(value)).sort((one, other) => one - other)

/** The value in their middle; NaN where nothing was measured. */
export function median(values: readonly number[]): number {
  const measured = sorted(values)
  return measured[Math.floor(measured.length / 2)] ?? Number.NaN
}
