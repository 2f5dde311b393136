import { notAllowed, Refusal } from '../world/refusal.ts'
import { nowOf, type World } from '../world/world.ts'

/** Whether a pattern such as `POST /service/tickets/**` covers a call; `*` is one segment, `**` the rest. */
export function covers(pattern: string, method: string, path: string): boolean {
  const [wantedMethod = '*', wantedPath = '/**'] = pattern.trim().split(/\s+/)
  if (wantedMethod !== '*' && wantedMethod.toUpperCase() !== method) return false
  const source = wantedPath.replace(/\*\*|\*|[.+?^${}()|[\]\\]/g, (mark) =>
    mark === '**' ? '.*' : mark === '*' ? '[^/]+' : `\\${mark}`,
  )
  return new RegExp(`^${source}/?$`, 'i').test(path)
}

/** Throws the 403 of a security role for calls that the switches deny. */
export function checkRights(world: World, method: string, path: string): void {
  if (world.switches.denied.some((pattern) => covers(pattern, method, path))) throw notAllowed()
}

/** Throws "SSL is required." for API calls on the host of the user interface. */
export function checkHost(world: World, url: URL, withHash: boolean): void {
  const { uiHosts, hashCallsOn } = world.switches
  const onUi = uiHosts.includes(url.hostname)
  const refused = withHash ? (hashCallsOn === 'api' && onUi) || (hashCallsOn === 'ui' && !onUi) : onUi
  if (refused) throw new Refusal(403, 'Security', 'SSL is required.')
}

/** Counts a request of a key; answers the seconds to wait once the minute's allowance is used up. */
export function countRate(
  world: World,
  rates: Map<string, { minute: number; count: number }>,
  key: string,
): number {
  const now = nowOf(world)
  const minute = Math.floor(now / 60_000)
  const before = rates.get(key)
  const count = before?.minute === minute ? before.count + 1 : 1
  rates.set(key, { minute, count })
  return count > world.switches.requestsPerMinute ? Math.ceil(((minute + 1) * 60_000 - now) / 1000) : 0
}

/** The body of a 429: a shape of its own, with `error` where others have `code`. */
export function tooManyRequests(seconds: number): { error: string; message: string } {
  return { error: 'ConnectWiseAPI', message: `Too many requests. Please try again in ${seconds} seconds.` }
}
