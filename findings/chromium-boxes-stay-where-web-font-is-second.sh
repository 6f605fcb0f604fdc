#!/usr/bin/env bash
# Chromium leaves boxes where a web font stands second in the list: when it has come, the text is not drawn anew.
#
# One would guess: text that only the second family of `font-family` can write waits for that font, or is drawn anew once it has loaded,
# as text is whose first family is a web font.
# What happens: as long as the web font loads, its characters stand in the first family as boxes. `document.fonts.ready` resolves, the font
# counts as loaded and `document.fonts.check` says yes, but the boxes stay; one more letter in the text, and all of it is right.
# Seen with: Chromium 156.0.8078.108 and its headless shell on Debian 12, the font from @fontsource/noto-sans-egyptian-hieroglyphs 5.3.0.
# Who is hurt: pages with a system font first and a script's web font second, above all Chinese ones, on machines without a font for it; and
# whoever takes a picture or a PDF once `document.fonts.ready` has resolved. With the web font first the same text is right at once.
# Looks for CHROME_PATH, chromium, chromium-headless-shell and google-chrome; without any of them nothing is tried.
set -euo pipefail
export npm_config_loglevel=error npm_config_audit=false npm_config_fund=false
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
browser=$(command -v "${CHROME_PATH:-none}" chromium chromium-headless-shell google-chrome | head -n 1 || true)
[ -n "$browser" ] || { echo 'No Chromium was found, so nothing was tried.'; exit 0; }
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent @fontsource/noto-sans-egyptian-hieroglyphs@5.3.0 || exit 2
font=node_modules/@fontsource/noto-sans-egyptian-hieroglyphs/files/noto-sans-egyptian-hieroglyphs-egyptian-hieroglyphs-400-normal.woff2
{
  echo '<!doctype html><meta charset="utf-8"><style>'
  echo "@font-face { font-family: Web; src: url(data:font/woff2;base64,$(base64 -w0 "$font")) }"
  cat <<'HTML'
span { font-size: 40px }
#first { font-family: Web, sans-serif }
#second { font-family: sans-serif, Web }
</style>
<p><span id="first">&#x13000;&#x13050;&#x130C3;</span></p><p><span id="second">&#x13000;&#x13050;&#x130C3;</span></p>
<script>
const width = () => Math.round(second.getBoundingClientRect().width)
const pause = () => new Promise(resolve => setTimeout(resolve, 500))
document.fonts.ready.then(pause).then(async () => {
  const right = Math.round(first.getBoundingClientRect().width)
  const [before, isLoaded] = [width(), document.fonts.check('40px Web', '\u{13000}')]
  second.textContent = second.textContent.repeat(2)
  await pause()
  const after = width() / 2
  document.body.textContent = `web font first ${right} px; second ${before} px, counts as loaded: ${isLoaded}; twice the text ${after} px each. ` +
    (before === right ? 'Nothing was seen: it is right at once.' : isLoaded && Math.abs(after - right) <= 2 ? 'Boxes stay until the text changes.' : 'Something else.')
})
</script>
HTML
} > page.html
flags=(--headless --disable-gpu)
[ "$(id -u)" != 0 ] || flags+=(--no-sandbox)
text=$("$browser" "${flags[@]}" --virtual-time-budget=5000 --dump-dom "file://$work/page.html" 2> /dev/null | grep -o 'web font first.*\.' || true)
echo "${text:-The browser said nothing.}"
case $text in
  *'Boxes stay until'*) ;;
  *) echo 'This has changed, or a system font of this machine has the characters.'; exit 1 ;;
esac
