'use strict'
/* What `.yarnrc.yml` has yarn run in its own stead. */
const { otherInstaller, refuse } = require('./preflight.cjs')

refuse(otherInstaller('yarn'))
