/** Where a hosted pod's page is, and which window may speak for it. */

/**
 * The page to load for a record: `[cw_id]` and `[cw_screen]` in the set-up's URL are filled in, nothing else is
 * added. `screen` is the screen's name as text, for example `ticket`.
 */
export function podPage(setupUrl: string, record: { id: number; screen: string }): string {
  return setupUrl
    .replaceAll('[cw_id]', String(record.id))
    .replaceAll('[cw_screen]', encodeURIComponent(record.screen))
}

/**
 * The one origin that messages are sent to and taken from: the set-up's Origin, or the page's own where the set-up
 * allows any (`*`). Null without a usable Origin: the hosted API then does not work, as in ConnectWise itself.
 */
export function podOrigin(setup: { url: string; origin: string }): string | null {
  const named = setup.origin.trim()
  try {
    const origin = new URL(named === '*' ? setup.url : named).origin
    return origin === 'null' ? null : origin
  } catch {
    return null
  }
}
