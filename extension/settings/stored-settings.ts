import type { BrowserStorage } from '../storage/storage-area.ts'
import { parseSettings, type Settings } from './settings.ts'

const key = 'settings'

/** The settings of this browser profile. */
export async function readSettings({ local }: Pick<BrowserStorage, 'local'>): Promise<Settings> {
  return parseSettings((await local.get(key))[key])
}

/** Changes some settings and leaves the others; returns all of them as they are now. */
export async function saveSettings(
  storage: Pick<BrowserStorage, 'local'>,
  change: Partial<Settings>,
): Promise<Settings> {
  const settings = parseSettings({ ...(await readSettings(storage)), ...change })
  await storage.local.set({ [key]: settings })
  return settings
}

/** Calls with the settings whenever one was changed, here or in another page. */
export function onSettings(
  { onChanged }: Pick<BrowserStorage, 'onChanged'>,
  listener: (settings: Settings) => void,
): void {
  onChanged.addListener((changes, area) => {
    if (area === 'local' && changes[key]) listener(parseSettings(changes[key].newValue))
  })
}
