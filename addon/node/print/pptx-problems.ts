import { posix } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'

/** Children of an element in the order in which the schema (ECMA-376, transitional) has them, as far as we write them. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  'p:presentation': [
    ...['p:sldMasterIdLst', 'p:notesMasterIdLst', 'p:handoutMasterIdLst', 'p:sldIdLst'],
    ...['p:sldSz', 'p:notesSz', 'p:defaultTextStyle', 'p:extLst'],
  ],
  'p:sldMaster': ['p:cSld', 'p:clrMap', 'p:sldLayoutIdLst', 'p:transition', 'p:timing', 'p:hf', 'p:txStyles', 'p:extLst'],
  'p:sldLayout': ['p:cSld', 'p:clrMapOvr', 'p:transition', 'p:timing', 'p:hf', 'p:extLst'],
  'p:notesMaster': ['p:cSld', 'p:clrMap', 'p:hf', 'p:notesStyle', 'p:extLst'],
  'p:sld': ['p:cSld', 'p:clrMapOvr', 'p:transition', 'p:timing', 'p:extLst'],
  'p:notes': ['p:cSld', 'p:clrMapOvr', 'p:extLst'],
  'p:cSld': ['p:bg', 'p:spTree', 'p:custDataLst', 'p:controls', 'p:extLst'],
  'p:sp': ['p:nvSpPr', 'p:spPr', 'p:style', 'p:txBody', 'p:extLst'],
  'p:pic': ['p:nvPicPr', 'p:blipFill', 'p:spPr', 'p:style', 'p:extLst'],
  'p:graphicFrame': ['p:nvGraphicFramePr', 'p:xfrm', 'a:graphic', 'p:extLst'],
  'p:nvSpPr': ['p:cNvPr', 'p:cNvSpPr', 'p:nvPr'],
  'p:nvPicPr': ['p:cNvPr', 'p:cNvPicPr', 'p:nvPr'],
  'p:cNvPr': ['a:hlinkClick', 'a:hlinkHover', 'a:extLst'],
  'p:spPr': ['a:xfrm', 'a:prstGeom', 'a:noFill', 'a:solidFill', 'a:ln', 'a:effectLst', 'a:extLst'],
  'p:blipFill': ['a:blip', 'a:srcRect', 'a:stretch'],
  'p:txBody': ['a:bodyPr', 'a:lstStyle', 'a:p'],
  'a:txBody': ['a:bodyPr', 'a:lstStyle', 'a:p'],
  'a:p': ['a:pPr', 'a:r', 'a:br', 'a:endParaRPr'],
  'a:pPr': ['a:lnSpc', 'a:spcBef', 'a:spcAft', 'a:buFont', 'a:buNone', 'a:buAutoNum', 'a:buChar', 'a:tabLst', 'a:defRPr', 'a:extLst'],
  'a:rPr': ['a:ln', 'a:noFill', 'a:solidFill', 'a:effectLst', 'a:latin', 'a:ea', 'a:cs', 'a:sym', 'a:hlinkClick', 'a:extLst'],
  'a:r': ['a:rPr', 'a:t'],
  'a:tbl': ['a:tblPr', 'a:tblGrid', 'a:tr'],
  'a:tc': ['a:txBody', 'a:tcPr', 'a:extLst'],
  'a:tcPr': ['a:lnL', 'a:lnR', 'a:lnT', 'a:lnB', 'a:noFill', 'a:solidFill', 'a:extLst'],
  'a:theme': ['a:themeElements', 'a:objectDefaults', 'a:extraClrSchemeLst', 'a:extLst'],
  'a:clrScheme': [
    ...['a:dk1', 'a:lt1', 'a:dk2', 'a:lt2'],
    ...['a:accent1', 'a:accent2', 'a:accent3', 'a:accent4', 'a:accent5', 'a:accent6', 'a:hlink', 'a:folHlink'],
  ],
  'a:fmtScheme': ['a:fillStyleLst', 'a:lnStyleLst', 'a:effectStyleLst', 'a:bgFillStyleLst'],
}
/** Elements whose children may come in any order among themselves. */
const MIXED: Readonly<Record<string, readonly string[]>> = { 'a:p': ['a:r', 'a:br', 'a:fld'] }

/** The part that a list of relations is of. */
const ownerOf = (relations: string) => relations.replace(/_rels\/([^/]+)\.rels$/, '$1')

/** What is wrong with the order of elements, and with their nesting, in a part. */
export function orderProblems(name: string, xml: string): string[] {
  const problems: string[] = []
  const open: { tag: string, last: number }[] = []
  for (const [, slash, tag, rest] of xml.matchAll(/<(\/?)([a-z]+:[a-z0-9]+)((?:[^<>"a-z0-9:](?:[^<>"]|"[^"]*")*)?)>/gi)) {
    if (slash) {
      const found = open.pop()
      if (found?.tag !== tag)
        problems.push(`${name} closes ${tag}, where ${found?.tag ?? 'nothing'} is open`)
      continue
    }
    const parent = open.at(-1)
    const order = parent && ORDER[parent.tag]
    if (order) {
      const place = order.indexOf(tag!)
      const isMixed = MIXED[parent.tag]?.includes(tag!) && MIXED[parent.tag]!.includes(order[parent.last] ?? '')
      if (place < 0)
        problems.push(`${name} has a ${tag} in ${parent.tag}, which the schema does not know there`)
      else if (place < parent.last && !isMixed)
        problems.push(`${name} has ${tag} behind ${order[parent.last]} in ${parent.tag}`)
      parent.last = Math.max(parent.last, place)
    }
    if (!rest!.endsWith('/'))
      open.push({ tag: tag!, last: -1 })
  }
  return problems
}

/**
 * What is wrong with a package of PowerPoint: parts that are declared or led to and not there, or there and not; elements in another order
 * than the schema has.
 */
export function packageProblems(bytes: Uint8Array): string[] {
  const files = unzipSync(bytes)
  const names = Object.keys(files)
  const named = names.filter(name => name !== '[Content_Types].xml')
  const text = (name: string) => strFromU8(files[name]!)
  const types = files['[Content_Types].xml'] ? text('[Content_Types].xml') : ''
  const declared = Array.from(types.matchAll(/PartName="\/([^"]+)"/g), ([, name]) => name!)
  const endings = Array.from(types.matchAll(/Extension="([^"]+)"/g), ([, ending]) => ending!)
  const problems = [
    ...names[0] === '[Content_Types].xml' ? [] : ['it does not begin with its content types'],
    ...declared.filter(name => !names.includes(name)).map(name => `${name} is declared, and not there`),
    ...declared.filter((name, index) => declared.indexOf(name) !== index).map(name => `${name} is declared twice`),
    ...named.filter(name => name.endsWith('.xml') && !declared.includes(name)).map(name => `${name} has no type`),
    ...names.filter(name => !endings.includes(name.split('.').at(-1)!)).map(name => `${name} has an ending without a type`),
  ]
  const led = new Set<string>()
  for (const name of names.filter(name => name.endsWith('.rels'))) {
    const owner = ownerOf(name)
    if (owner !== '' && owner !== '_rels/' && !names.includes(owner) && name !== '_rels/.rels')
      problems.push(`${name} is of no part`)
    const ids = new Set<string>()
    for (const [relation] of text(name).matchAll(/<Relationship [^>]*>/g)) {
      const [id, target] = ['Id', 'Target'].map(key => new RegExp(` ${key}="([^"]*)"`).exec(relation)?.[1] ?? '')
      if (ids.has(id!))
        problems.push(`${name} has two relations ${id}`)
      ids.add(id!)
      if (relation.includes('TargetMode="External"'))
        continue
      const there = posix.join(posix.dirname(name === '_rels/.rels' ? 'x' : owner), target!)
      led.add(there)
      if (!names.includes(there))
        problems.push(`${name} leads to ${there}, which is not there`)
    }
    if (name === '_rels/.rels')
      continue
    const used = Array.from(text(owner).matchAll(/ r:(?:id|embed|link)="([^"]*)"/g), ([, id]) => id!)
    problems.push(...used.filter(id => !ids.has(id)).map(id => `${owner} names ${id}, and has no such relation`))
  }
  problems.push(...named.filter(name => !name.endsWith('.rels') && !led.has(name)).map(name => `nothing leads to ${name}`))
  for (const name of names.filter(name => name.endsWith('.xml') && name.startsWith('ppt/'))) {
    const xml = text(name)
    problems.push(...orderProblems(name, xml))
    const ids = Array.from(xml.matchAll(/<p:cNvPr id="(\d+)"/g), ([, id]) => id)
    if (new Set(ids).size !== ids.length)
      problems.push(`${name} names two things alike`)
  }
  return problems
}
