import type { Words } from '../locales/types'
import type { Aside, MapLayout } from './map-layout'
import { coordinates, offices } from '../data'
import { mapLayout } from './map-layout'

/** Where a label stands from its city, and on which side: some are closer together than their marks. */
const BY_HAND: Readonly<Record<string, Aside | undefined>> = {
  'hong-kong': { dx: 22, dy: 30, anchor: 'start' },
  'shenzhen': { dx: -20, dy: 24, anchor: 'end' },
  'beijing': { dx: 16, dy: -8, anchor: 'start' },
  'shanghai': { dx: 16, dy: 14, anchor: 'start' },
  'hangzhou': { dx: -16, dy: -6, anchor: 'end' },
  'chengdu': { dx: -14, dy: 6, anchor: 'end' },
  'kyoto': { dx: -12, dy: -14, anchor: 'end' },
  'tokyo': { dx: 10, dy: -18, anchor: 'start' },
  'singapore': { dx: 18, dy: 0, anchor: 'start' },
}

/** The cities with offices on a map beside the counts. */
export function officeMap({ cities }: Pick<Words, 'cities'>): MapLayout {
  return mapLayout(
    offices.cities.map(({ id }) => ({ id, name: cities[id], ...coordinates[id] })),
    offices.first.city,
    BY_HAND,
    { width: 680, height: 500 },
  )
}
