import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { namedChromium } from './environment.ts'

const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser']

const advice =
  'The end-to-end tests need Chromium. Install it (Debian, Ubuntu: sudo apt-get install chromium; elsewhere: ' +
  'npx playwright install chromium), or name one: CHROMIUM_PATH=/path/to/chromium. Google Chrome will not do.'

/** A Chromium's path: one that is named, or there, or that the system's package manager can bring; else what to do. */
export function findChromium(): string | { advice: string } {
  if (namedChromium !== undefined)
    return existsSync(namedChromium)
      ? namedChromium
      : { advice: `CHROMIUM_PATH names ${namedChromium}, which is not there.` }
  const found = look()
  if (found !== undefined) return found
  install()
  return look() ?? { advice }
}

function look(): string | undefined {
  return [...usualPlaces, chromium.executablePath()].find((place) => existsSync(place))
}

function install(): void {
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  console.log('Installing Chromium …')
  if (isRootOnDebian) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'inherit' })
  } else
    spawnSync('npx', ['playwright', 'install', 'chromium'], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    })
}
