#!/usr/bin/env bash
# A colon in a slide's title swallows the rest of the slide's front matter.
#
# One would guess: front matter that is no YAML, such as `title: Act one: the lab`, is refused with its line, as most tools do.
# What happens: Slidev's parser asks `yaml` for a document, does not look at the errors that come with it, and takes what could be
# recovered. The title becomes an object, and every line below it a part of that object: layout, class and the like are gone. With a
# blank missing ("layout:center") the front matter is one string. Other mistakes, such as an unclosed bracket, are mended unseen.
# Seen with: @slidev/parser 52.20.1.
# Who is hurt: authors: a colon is common in a title. The slide is shown in the default layout, and the build says nothing.
# More: where the document is taken, with its errors unread (the same in 52.19.1):
# https://github.com/slidevjs/slidev/blob/dbc307b416d002d7d02ddb9742b9254427c5c299/packages/parser/src/core.ts#L95
set -euo pipefail
export npm_config_loglevel=error npm_config_audit=false npm_config_fund=false
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent @slidev/parser@52.20.1 yaml@2.9.1 || exit 2
cat > read.mjs <<'JS'
import { parseSync } from '@slidev/parser'
import { parse } from 'yaml'

const stated = {
  'title: Act one\nlayout: center': '{"title":"Act one","layout":"center"}',
  'title: Act one: the lab\nlayout: center': '{"title":{"Act one":"the lab","layout":"center"}}',
  'layout:center': '"layout:center"',
  'class: [big\nlayout: center': '{"class":["big"],"layout":"center"}',
}
for (const [text, expected] of Object.entries(stated)) {
  const { slides } = parseSync(`---\ntitle: T\n---\n\n# One\n\n---\n${text}\n---\n\n# Two\n`, 'slides.md')
  const seen = JSON.stringify(slides[1].frontmatter)
  let strict = 'accepts it'
  try {
    parse(text)
  }
  catch (error) {
    strict = `refuses it: ${error.code}`
  }
  console.log(`${JSON.stringify(text)}\n  Slidev has: ${seen}\n  yaml itself ${strict}`)
  if (seen !== expected)
    process.exitCode = 1
}
console.log('Guessed: Slidev refuses the second, the third and the fourth.')
JS
node read.mjs
