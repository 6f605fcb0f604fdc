import type { PDFDocument } from '@cantoo/pdf-lib'
import type { DocumentFacts } from './document-facts'
import { Buffer } from 'node:buffer'
import { PDFName } from '@cantoo/pdf-lib'

export const PRODUCER = 'Slidev, Chromium and pdf-lib'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** What a document says of itself as XMP, and that it keeps to PDF/UA-1. */
function xmp({ title, author, subject, keywords, language, date }: DocumentFacts): string {
  const stamp = date.toISOString().replace(/\.\d+/, '')
  const item = (text: string, lang = '') => `<rdf:li${lang && ` xml:lang="${lang}"`}>${escaped(text)}</rdf:li>`
  // A text in several languages begins with the one for whoever wants another.
  const alternatives = (text: string) => `<rdf:Alt>${item(text, 'x-default')}${item(text, language)}</rdf:Alt>`
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title>${alternatives(title)}</dc:title>
<dc:creator><rdf:Seq>${item(author)}</rdf:Seq></dc:creator>
<dc:description>${alternatives(subject)}</dc:description>
<dc:subject><rdf:Bag>${keywords.map(keyword => item(keyword)).join('')}</rdf:Bag></dc:subject>
<dc:language><rdf:Bag>${item(language)}</rdf:Bag></dc:language>
<dc:format>application/pdf</dc:format>
<pdf:Producer>${PRODUCER}</pdf:Producer>
<pdf:Keywords>${escaped(keywords.join(', '))}</pdf:Keywords>
<xmp:CreatorTool>Slidev</xmp:CreatorTool>
<xmp:CreateDate>${stamp}</xmp:CreateDate>
<xmp:ModifyDate>${stamp}</xmp:ModifyDate>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
}

/** Gives a document its metadata: what readers show of it, as its information and as XMP, which is not compressed. */
export function addMetadata(document: PDFDocument, facts: DocumentFacts): void {
  document.setTitle(facts.title, { showInWindowTitleBar: true })
  document.setAuthor(facts.author)
  document.setSubject(facts.subject)
  document.setKeywords([facts.keywords.join(', ')])
  document.setLanguage(facts.language)
  document.setCreator('Slidev')
  document.setProducer(PRODUCER)
  document.setCreationDate(facts.date)
  document.setModificationDate(facts.date)
  const { catalog, context } = document
  const stream = context.stream(Buffer.from(xmp(facts)), { Type: 'Metadata', Subtype: 'XML' })
  catalog.set(PDFName.of('Metadata'), context.register(stream))
}
