'use strict'
/*
 * What must be right before a command or an installation can go well: the version of Node, the folder, who installs or has installed the
 * packages. What is wrong is said in one sentence, instead of in somebody's stack much later.
 *
 * In old CommonJS without packages: it runs before they are there, on Nodes that are too old for the deck, and in folders from which Node
 * cannot import a module (with a backslash in the path: `ERR_INVALID_MODULE_SPECIFIER`).
 *
 * `node addon/preflight.cjs` before a command, `node addon/preflight.cjs install` before an installation.
 */
/* eslint-disable unicorn/prefer-node-protocol -- Node 12 has no "node:", and is to be told that it is too old. */
const fs = require('fs')
const path = require('path')
const process = require('process')
/* eslint-enable unicorn/prefer-node-protocol */

const ROOT = path.resolve(__dirname, '..')

const HOW_TO_INSTALL = 'run "npm ci"'

/** What other package managers leave in `node_modules`; npm leaves `.package-lock.json`. */
const TRACES = { '.modules.yaml': 'pnpm', '.yarn-integrity': 'yarn', '.yarn-state.yml': 'yarn', '.deno': 'deno' }

/** Whether a range allows a version such as `20.19.0`: alternatives of the kinds `^20.19.0` and `>=24.0.0`, as in package.json. */
function allows(range, version) {
  const numbersOf = text => text.split('.').map(Number)
  const has = numbersOf(version)
  return range.split('||').some((part) => {
    const match = /^(\^|>=)(\d+\.\d+\.\d+)$/.exec(part.trim())
    const wants = numbersOf(match[2])
    const differing = has.findIndex((number, index) => number !== wants[index])
    return (differing === -1 || has[differing] > wants[differing]) && (match[1] === '>=' || has[0] === wants[0])
  })
}

/** What is wrong with a version of Node. */
function nodeProblem(version, engines, recommended) {
  if (!allows(engines, version))
    return `Node ${version} cannot run this deck, which takes ${engines}: install Node ${recommended}, then ${HOW_TO_INSTALL}.`
}

/** What in a folder's name makes Slidev, Vite or what they stand on fail; docs/platforms.md says how. */
const BAD_CHARACTERS = /['"#?%*[\]{}$\\|:\p{Cc}]|[!+@](?=\()/u

/**
 * What is wrong with the folder that the deck lies in.
 * @param {string} folder absolute, as the system says it
 * @param {typeof path.posix} system the rules for paths
 */
function folderProblem(folder, system) {
  const shown = text => `"${text.replace(/\p{Cc}/gu, character => JSON.stringify(character).slice(1, -1))}"`
  const names = folder.slice(system.parse(folder).root.length).split(system.sep)
  const bad = names.map(name => BAD_CHARACTERS.exec(name)).find(Boolean)
  if (bad)
    return `The deck's folder, ${shown(folder)}, has the character ${shown(bad[0])} in its path, on which Slidev or Vite fails: rename it.`
}

/** What is wrong with who installs: npm names itself in the environment, and so do the others. */
function installerProblem(env) {
  const manager = /^\w+/.exec(env.npm_config_user_agent || '')
  // npm's name can be set to anything (`user-agent`), its program's hardly.
  if (manager && manager[0] !== 'npm' && !/npm-cli\.js$/.test(env.npm_execpath || ''))
    return otherInstaller(manager[0])
}

/** Refuses a package manager. */
function otherInstaller(manager) {
  return `This deck is installed with npm, whose lockfile has the versions it was tested with: ${HOW_TO_INSTALL} instead of ${manager}.`
}

/** What is wrong with the packages that are installed in a folder. */
function packagesProblem(folder, names) {
  const isThere = name => fs.existsSync(path.join(folder, 'node_modules', name))
  if (!isThere('.'))
    return `The packages are not installed: ${HOW_TO_INSTALL} first.`
  const trace = Object.keys(TRACES).find(isThere)
  if (trace || !isThere('.package-lock.json'))
    return `The packages were not installed by npm${trace ? `, but by ${TRACES[trace]}` : ''}: ${HOW_TO_INSTALL}, which does it anew.`
  const missing = names.find(name => !isThere(name))
  if (missing)
    return `The package ${missing} is not installed: ${HOW_TO_INSTALL}, which brings the packages up to date.`
}

/**
 * The first thing that is wrong, as a sentence; undefined where all is well.
 * @param {object} machine
 * @param {'install' | 'run'} machine.phase before an installation, or before a command
 * @param {string} machine.folder of the deck, absolute
 * @param {string} machine.version of Node
 * @param {Record<string, string | undefined>} machine.env
 * @param {typeof path.posix} [machine.system] the rules for paths
 */
function problemOf({ phase, folder, version, env, system = path }) {
  const { engines, dependencies, devDependencies } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'))
  const recommended = fs.readFileSync(path.join(ROOT, '.nvmrc'), 'utf8').trim()
  const names = Object.keys(Object.assign({}, dependencies, devDependencies))
  return nodeProblem(version, engines.node, recommended)
    || folderProblem(folder, system)
    || (phase === 'install' ? installerProblem(env) : packagesProblem(folder, names))
}

/** Ends the process with a sentence and exit code 1. */
function refuse(sentence) {
  process.stderr.write(`\n${sentence}\n`)
  process.exit(1)
}

/** Ends the process where something is wrong. */
function preflight(phase = 'run') {
  const problem = problemOf({ phase, folder: ROOT, version: process.versions.node, env: process.env })
  if (problem)
    refuse(problem)
}

module.exports = { otherInstaller, preflight, problemOf, refuse }

if (require.main === module)
  preflight(process.argv[2])
