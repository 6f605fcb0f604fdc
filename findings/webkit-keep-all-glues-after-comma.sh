#!/usr/bin/env bash
# WebKit: `word-break: keep-all` leaves no break after a Chinese comma, so that `overflow-wrap: anywhere` then breaks within a word.
#
# One would guess: keep-all forbids breaks between ideographs and leaves those after punctuation, as CSS Text 3 says of `，` between two of
# them, and as Chromium 156 and Firefox 153 do. `带走这一来一往，别给数字封顶` then has two lines where it does not fit on one.
# What happens: the whole stays on one line and overflows; with `overflow-wrap: anywhere` it is broken wherever the line is full. No value
# of `line-break` changes that. A `<wbr>` after the comma gives the break.
# Seen with: WebKitGTK 2.50.6 on Debian 12.
# Who is hurt: Chinese and Japanese titles that are to break between clauses, in Safari.
# Needs WebKitWebDriver, Xvfb and dbus-run-session (Debian: webkit2gtk-driver xvfb dbus); without any of them nothing is tried.
set -euo pipefail
for program in WebKitWebDriver Xvfb dbus-run-session; do
  command -v "$program" > /dev/null || { echo "No $program was found, so nothing was tried."; exit 0; }
done
work=$(mktemp -d)
trap 'kill $(jobs -p) 2> /dev/null || true; rm -rf "$work"' EXIT
mkdir -m 700 "$work/run"
export HOME="$work" XDG_RUNTIME_DIR="$work/run" GDK_BACKEND=x11 LIBGL_ALWAYS_SOFTWARE=1 NO_AT_BRIDGE=1
# Its sandbox cannot be had by root.
[ "$(id -u)" != 0 ] || export WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS=1
cat > "$work/page.html" <<'HTML'
<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<style>p { width: 10em; font: 20px/1 monospace; word-break: keep-all }</style>
<p>带走这一来一往，别给数字封顶</p><p>带走这一来一往，<wbr>别给数字封顶</p>
HTML
cat > "$work/ask.mjs" <<'JS'
import { spawn } from 'node:child_process'
const port = 20000 + process.pid % 20000
const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], { stdio: 'ignore' })
const ask = async (method, path, body) => {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) })
  const { value } = await answer.json()
  if (!answer.ok)
    throw new Error(JSON.stringify(value))
  return value
}
try {
  for (let tries = 0; !await ask('GET', '/status').catch(() => false); tries++) {
    if (tries === 100)
      throw new Error('it does not start')
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  const { sessionId, capabilities } = await ask('POST', '/session', { capabilities: {} })
  const session = `/session/${sessionId}`
  await ask('POST', `${session}/url`, { url: `file://${process.argv[2]}` })
  const script = 'return Array.from(document.querySelectorAll("p"), p => Math.round(p.clientHeight / 20))'
  const [plain, helped] = await ask('POST', `${session}/execute/sync`, { script, args: [] })
  await ask('DELETE', session)
  console.log(`WebKit ${capabilities.browserVersion}: ${plain} line(s) with a comma alone, ${helped} with <wbr> after it`)
  process.exitCode = plain === 1 && helped === 2 ? 0 : 1
}
catch (error) {
  console.log(`WebKit could not be asked: ${error.message}`)
  process.exitCode = 2
}
driver.kill()
JS
Xvfb -displayfd 1 -screen 0 1024x768x24 -nolisten tcp > "$work/display" 2> /dev/null &
for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
DISPLAY=":$(cat "$work/display")" dbus-run-session -- node "$work/ask.mjs" "$work/page.html" 2> /dev/null || {
  code=$?
  [ "$code" != 1 ] || echo 'This has changed.'
  exit "$code"
}
