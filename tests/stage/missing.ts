import { existsSync } from 'node:fs'
import process from 'node:process'
import { findBrowser } from '../../addon/node/browser/browser'
import { missingPrograms } from '../engines/missing'

/** What it takes to give a talk in real windows, and the packages of Debian and Ubuntu that have it. */
const PROGRAMS = {
  'Xorg': 'xserver-xorg-core',
  'xrandr': 'x11-xserver-utils',
  'openbox': 'openbox',
  'xdotool': 'xdotool',
  'dbus-daemon': 'dbus',
}
/** Screens that nobody sees, as many as are wanted. */
const DRIVER = ['/usr/lib/xorg/modules/drivers/dummy_drv.so', '/usr/lib64/xorg/modules/drivers/dummy_drv.so']

/** What is missing to give a talk in real windows here, in one line; undefined where all is there. */
export function missingForStage(): string | undefined {
  const programs = missingPrograms(PROGRAMS, process.env)
  if (programs)
    return programs
  if (!DRIVER.some(existsSync))
    return 'No screens without a monitor were found. On Debian and Ubuntu: apt-get install xserver-xorg-video-dummy'
  return findBrowser() ? undefined : 'No Chromium with windows was found. On Debian and Ubuntu: apt-get install chromium'
}
