/** What the technician chose for this browser. */
export interface Settings {
  /** Where the API is, as an origin; null until it is set up. */
  api: string | null
  /** ConnectWise servers beyond ConnectWise's own cloud, as origins: on-premises ones, the demo's. */
  connectWise: readonly string[]
  language: Language
  theme: Theme
  /** Sign-in outlasts a restart of the browser. */
  staySignedIn: boolean
}

export const languages = ['en'] as const
export type Language = (typeof languages)[number]
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const firstSettings: Settings = {
  api: null,
  connectWise: [],
  language: 'en',
  theme: 'system',
  staySignedIn: false,
}

/** Settings as stored, whatever was stored: what is missing or unknown is as at first. */
export function parseSettings(stored: unknown): Settings {
  const given: Partial<Record<keyof Settings, unknown>> = typeof stored === 'object' && stored ? stored : {}
  const servers = Array.isArray(given.connectWise) ? given.connectWise : []
  return {
    api: originOf(given.api),
    connectWise: [...new Set(servers.map(originOf).filter((origin) => origin !== null))],
    language: languages.find((each) => each === given.language) ?? firstSettings.language,
    theme: themes.find((each) => each === given.theme) ?? firstSettings.theme,
    staySignedIn: given.staySignedIn === true,
  }
}

/**
 * The origin that a typed address stands for, or null where it may not be used: only https, or http on this machine,
 * and no name or password in it. An address without a scheme is taken as https.
 */
export function originOf(typed: unknown): string | null {
  if (typeof typed !== 'string' || typed.trim() === '') return null
  const text = typed.trim()
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`)
  if (url === null || url.username !== '' || url.password !== '') return null
  const isHere = url.protocol === 'http:' && (url.hostname === 'localhost' || url.hostname === '127.0.0.1')
  return url.protocol === 'https:' || isHere ? url.origin : null
}
