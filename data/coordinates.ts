import type { CityId } from './offices'

/**
 * City centres in decimal degrees, rounded to two places. Not from the article: GeoNames (geonames.org), CC BY 4.0.
 */
export const coordinates: Record<CityId, { readonly latitude: number, readonly longitude: number }> = {
  'hong-kong': { latitude: 22.28, longitude: 114.17 },
  'beijing': { latitude: 39.91, longitude: 116.40 },
  'shenzhen': { latitude: 22.55, longitude: 114.07 },
  'shanghai': { latitude: 31.22, longitude: 121.46 },
  'chengdu': { latitude: 30.67, longitude: 104.07 },
  'hangzhou': { latitude: 30.29, longitude: 120.16 },
  'kyoto': { latitude: 35.02, longitude: 135.75 },
  'tokyo': { latitude: 35.69, longitude: 139.69 },
  'singapore': { latitude: 1.29, longitude: 103.85 },
}

export const coordinatesSource = { name: 'GeoNames', url: 'https://www.geonames.org/', licence: 'CC BY 4.0' } as const

/**
 * What the map shows, in degrees: every city has to lie inside, which catches a swapped pair or a lost digit. Widen it for a city further
 * away.
 */
export const mapWindow = { west: 76, east: 148, south: -2, north: 44 } as const
