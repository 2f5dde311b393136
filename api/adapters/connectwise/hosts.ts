import { isIP } from 'node:net'
import { isLoopback } from './public-address.ts'

/** Where one team's ConnectWise lives. Both are origins without a trailing slash. */
export interface Site {
  /** What technicians have in the browser, e.g. https://na.myconnectwise.net. */
  uiUrl: string
  /** What answers the API, e.g. https://api-na.myconnectwise.net; on-premises the same host. */
  apiUrl: string
}

export type Judged<T> = { ok: true; value: T } | { ok: false; advice: string }

const regions = ['na', 'eu', 'au', 'aus', 'za']
const innerNames = [
  'localhost',
  'local',
  'internal',
  'localdomain',
  'lan',
  'intranet',
  'home.arpa',
  'invalid',
]

/**
 * What a person types for their ConnectWise (a region, a host or an address out of the browser) → its two origins.
 * Hosts: https and public names only; `allowInsecure` lets http on this machine pass, for the sandbox.
 */
export function readSite(input: string, options: { allowInsecure: boolean }): Judged<Site> {
  const typed = input.trim()
  const region = typed.toLowerCase()
  if (/^[a-z]{2,3}$/.test(region) && !regions.includes(region))
    return {
      ok: false,
      advice: `There is no region “${typed}”. Use ${regions.join(', ')}, or the host that technicians use.`,
    }
  const text = regions.includes(region) ? `https://${region}.myconnectwise.net` : typed
  const judged = judgeUrl(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`, options)
  if (!judged.ok) return judged
  const url = judged.value
  return { ok: true, value: { uiUrl: withHost(url, uiHostOf), apiUrl: withHost(url, apiHostOf) } }
}

/**
 * An address that may be called: the parsed URL (origin only), or what is wrong with it in plain words. Judges what
 * the URL parser made of the text, never the text's spelling; whether the name leads inside is judged at each dial.
 */
export function judgeUrl(text: string, options: { allowInsecure: boolean }): Judged<URL> {
  const no = (advice: string): Judged<URL> => ({ ok: false, advice })
  if (/[\s\\\p{Cc}]/u.test(text)) return no('The address holds a blank or a backslash. Type it again.')
  if (!URL.canParse(text)) return no('This is no address. Give a host such as na.myconnectwise.net.')
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') return no('Leave out the part before the @.')
  if (url.hash !== '' || text.includes('#'))
    return no('Give the address up to the host name only, without the #.')
  const host = url.hostname.replace(/\.$/, '')
  const literal = host.startsWith('[') ? host.slice(1, -1) : host
  const here = host === 'localhost' || isLoopback(literal)
  if (here && options.allowInsecure && ['http:', 'https:'].includes(url.protocol)) return originOf(url, host)
  if (url.protocol !== 'https:') return no('The address must begin with https://.')
  if (url.port !== '') return no('ConnectWise is reached on the usual https port only. Leave out the port.')
  if (isIP(literal) !== 0) return no('Give the host by its name, not by its number.')
  const inner = innerNames.some((name) => host === name || host.endsWith(`.${name}`))
  if (
    inner ||
    !host.includes('.') ||
    !/^[a-z0-9.-]+$/.test(host) ||
    host.includes('..') ||
    /^\.|\.$/.test(host)
  )
    return no('This host is not on the public internet. Give the name that technicians use from outside.')
  return originOf(url, host)
}

/** na.myconnectwise.net → api-na.myconnectwise.net; sandboxes and on-premises hosts answer the API themselves. */
export function apiHostOf(host: string): string {
  const cloud = cloudHost(host)
  return cloud === null ? host : `api-${cloud.region}.${cloud.domain}`
}

/** The way back: api-na.myconnectwise.net → na.myconnectwise.net. */
export function uiHostOf(host: string): string {
  const cloud = cloudHost(host)
  return cloud === null ? host : `${cloud.region}.${cloud.domain}`
}

function cloudHost(host: string): { region: string; domain: string } | null {
  const match = /^(?:api-)?([a-z]{2,10})\.(myconnectwise\.net|connectwisedev\.com)$/.exec(host)
  const [, region, domain] = match ?? []
  return region === undefined || domain === undefined ? null : { region, domain }
}

function withHost(url: URL, map: (host: string) => string): string {
  const changed = new URL(url)
  changed.hostname = map(url.hostname)
  return changed.origin
}

function originOf(url: URL, host: string): Judged<URL> {
  const origin = new URL(url.origin)
  origin.hostname = host
  return { ok: true, value: origin }
}
