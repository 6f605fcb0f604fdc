import type { Words } from '../locales/types'
import type { Aside, MapLayout } from './map-layout'
import { coordinates, offices } from '../data'
import { mapLayout } from './map-layout'

/** Where a label stands from its city, and on which side: some are closer together than their marks. Ways to the east run over the sea. */
const BY_HAND: Readonly<Record<string, Aside | undefined>> = {
  'hong-kong': { dx: 20, dy: 34, anchor: 'start' },
  'shenzhen': { dx: -52, dy: 46, anchor: 'end' },
  'beijing': { dx: -14, dy: 4, anchor: 'end' },
  'shanghai': { dx: 12, dy: -10, anchor: 'start' },
  'hangzhou': { dx: 14, dy: 22, anchor: 'start' },
  'chengdu': { dx: -14, dy: 6, anchor: 'end' },
  'kyoto': { dx: -8, dy: -16, anchor: 'end', bend: 0.4 },
  'tokyo': { dx: 14, dy: 2, anchor: 'start', bend: 0.35 },
  'singapore': { dx: 14, dy: 20, anchor: 'start' },
}

/** The cities with offices on a map beside the counts. */
export function officeMap({ cities }: Pick<Words, 'cities'>): MapLayout {
  return mapLayout(
    offices.cities.map(({ id }) => ({ id, name: cities[id], ...coordinates[id] })),
    offices.first.city,
    BY_HAND,
    { width: 760, height: 500 },
  )
}
