#!/usr/bin/env bash
# unplugin-vue-components finds no component when a folder above the project has a bracket or a brace in its name.
#
# One would guess: `dirs: 'src/components'` means that folder, wherever the project lies.
# What happens: it is made an absolute path, and that path is used as a pattern, in which only parentheses are escaped. `[b]`, `{b}`
# and `|` in a parent's name are read as a class or a choice, so nothing matches. The build succeeds with one line in passing, and the
# component is looked up by name in the browser, where there is none.
# Seen with: unplugin-vue-components 32.1.0, vite 8.3.0, @vitejs/plugin-vue 6.0.9, vue 3.5.42.
# Who is hurt: who keeps projects in folders such as `[2026] talks`: parts of a page are missing, and nothing points at the folder.
# More: https://github.com/unplugin/unplugin-vue-components/pull/920 and https://github.com/unplugin/unplugin-vue-components/pull/919
set -euo pipefail
export npm_config_loglevel=error npm_config_audit=false npm_config_fund=false
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/parent/project/src/components" && cd "$work/parent/project"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent unplugin-vue-components@32.1.0 vite@8.3.0 @vitejs/plugin-vue@6.0.9 vue@3.5.42 || exit 2
cat > vite.config.js <<'JS'
import vue from '@vitejs/plugin-vue'
import Components from 'unplugin-vue-components/vite'

export default {
  plugins: [vue(), Components({ dirs: 'src/components', dts: false })],
  build: { minify: false, lib: { entry: 'src/App.vue', formats: ['es'], fileName: 'app' }, rolldownOptions: { external: ['vue'] } },
}
JS
echo '<template><TheNote /></template>' > src/App.vue
echo '<template><p>a note</p></template>' > src/components/TheNote.vue
cd "$work"
now=parent
changed=0

# build PARENT EXPECTED: builds below that folder, and says whether the component is in the result
build() {
  local code=0 seen=found
  [ "$now" = "$1" ] || mv "$now" "$1"
  now=$1
  (cd "$now/project" && node node_modules/vite/bin/vite.js build > log 2>&1) || code=$?
  grep -q 'a note' "$now/project/dist/app.js" || seen=missing
  echo "below $now: exit code $code, the component is $seen; said: $(grep -o '.unplugin-vue-components.*' "$now/project/log" || true)"
  [ "$code $seen" = "0 $2" ] || changed=1
}

build 'parent' found
build 'par(ent)' found
build 'par[ent]' missing
build 'par{ent}' missing
build 'par|ent' missing
echo 'Guessed: found, each time.'
exit "$changed"
