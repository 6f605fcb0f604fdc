#!/usr/bin/env bash
# A lockfile that npm 11.19 has just written, and accepts, is refused by npm 10.8 and 11.3 as incomplete.
#
# One would guess: a lockfile of one format version (here 3) means the same to each npm that knows the format.
# What happens: where a nested package has an optional peer, and a version at the top does not fit it, older npm want an entry of its
# own for that peer. Newer npm write such an entry when they start without a lockfile, but leave it out when a package is added to
# one. `npm ci` of 10.8 and 11.3 then stops with EUSAGE, "Missing: cac@7.… from lock file"; 11.19 and 12.2 install.
# Seen with: npm 11.19.1 writing; 10.8.3 and 11.3.0 refusing (11.4.0, too); 11.19.1 and 12.2.2 accepting (11.5.2 and later, too).
# Who is hurt: teams and CI on Node 20 and 22, whose npm is 10: everything is in order for whoever added the package.
# More: reports of the same kind: https://github.com/dependabot/dependabot-core/issues/15039
set -euo pipefail
export npm_config_loglevel=error npm_config_audit=false npm_config_fund=false
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
node=node@24.21.0
changed=0

# manifest DEPENDENCIES: what the project asks for
manifest() { echo "{ \"name\": \"peers\", \"version\": \"1.0.0\", \"private\": true, \"dependencies\": { $1 } }" > package.json; }
# written: the newer npm brings the lockfile up to date
written() { npx -y -p "$node" -p npm@11.19.1 npm install --package-lock-only > log 2>&1 || { cat log; exit 2; }; }
# judge NPM EXPECTED: whether this npm accepts the lockfile
judge() {
  local seen=accepts
  npx -y -p "$node" -p "npm@$1" npm ci --dry-run > log 2>&1 || seen=refuses
  echo "  npm $1 $seen it (stated: $2) $(grep -o 'Missing: .*' log | head -n 1 || true)"
  [ "$seen" = "$2" ] || changed=1
}

two='"@unocss/inspector": "66.12.0", "@vitejs/devtools-kit": "0.4.12", "vite": "8.3.0"'
three="$two, \"cac\": \"6.7.14\""

manifest "$three"
written
echo 'npm 11.19.1 wrote the lockfile in one go:'
judge 10.8.3 accepts
judge 11.3.0 accepts

rm package-lock.json
manifest "$two"
written
manifest "$three"
written
echo 'npm 11.19.1 added cac 6.7.14 to a lockfile of its own:'
judge 10.8.3 refuses
judge 11.3.0 refuses
judge 11.19.1 accepts
judge 12.2.2 accepts
echo 'Guessed: each of them accepts both.'
exit "$changed"
