import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Triple = [number, number, number]

const tokens = readFileSync('theme/styles/tokens.css', 'utf8')
const hues = ['university', 'company', 'state'] as const
/** A token in linear light. */
function token(name: string, scheme: string): Triple {
  const hex = new RegExp(`--${name}-${scheme}: #(\\w{6})`).exec(tokens)![1]!
  return [0, 2, 4].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as Triple
}

function apply(matrix: Triple[], colour: Triple) {
  return matrix.map(row => row.reduce((sum, factor, at) => sum + factor * colour[at]!, 0)) as Triple
}
const clip = (colour: Triple) => colour.map(value => Math.min(1, Math.max(0, value))) as Triple
const luminance = (colour: Triple) => apply([[0.2126, 0.7152, 0.0722]], colour)[0]

/** What is left of a colour, in linear light: Machado, Oliveira and Fernandes 2009, full severity; without any cones, its luminance. */
const SIGHT: Record<string, Triple[]> = {
  ordinary: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
  achromatopsia: [[0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722]],
}

/** Oklab (Ottosson 2020): distances in it are distances to the eye. */
function oklab(colour: Triple): Triple {
  const cones = apply(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    colour,
  ).map(Math.cbrt) as Triple
  return apply(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  )
}

const difference = (one: Triple, other: Triple) => Math.hypot(...oklab(one).map((value, at) => value - oklab(other)[at]!))
function contrast(one: Triple, other: Triple) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

describe.each(['light', 'dark'])('the colours, %s', (scheme) => {
  const seen = (name: string, sight: string) => clip(apply(SIGHT[sight]!, token(name, scheme)))

  it.each(Object.keys(SIGHT))('of the actors stand out from the paper for %s', (sight) => {
    for (const hue of hues)
      expect(contrast(seen(hue, sight), seen('paper', sight)), hue).toBeGreaterThan(4.5)
  })

  it.each(Object.keys(SIGHT))('leave source lines and page numbers readable for %s', (sight) => {
    for (const ink of ['ink', 'quiet'])
      expect(contrast(seen(ink, sight), seen('paper', sight)), ink).toBeGreaterThan(4.5)
  })

  it.each(['ordinary', 'protanopia', 'deuteranopia', 'tritanopia'])('of laboratory and company differ for %s', (sight) => {
    // Fifteen times what an eye just tells apart side by side (0.01 or so). Company and state come closer: exhibits name the actor beside
    // each mark, and give the state another line.
    expect(difference(seen('university', sight), seen('company', sight))).toBeGreaterThan(0.15)
  })

  it('of laboratory and company differ in grey, where halves of one bar touch', () => {
    expect(contrast(token('university', scheme), token('company', scheme))).toBeGreaterThan(2)
  })

  it('of the state differ in grey from laboratory, company, ink and what is quiet', () => {
    for (const other of ['university', 'company', 'ink', 'quiet'])
      expect(contrast(token('state', scheme), token(other, scheme)), other).toBeGreaterThan(1.3)
  })

  it('of actors are no text colour', () => {
    for (const hue of hues) {
      for (const ink of ['ink', 'quiet'])
        expect(difference(token(hue, scheme), token(ink, scheme)), `${hue}, ${ink}`).toBeGreaterThan(0.07)
    }
  })
})
