/** Ends of the host names under which ConnectWise hosts ConnectWise PSA. */
const clouds = ['.myconnectwise.net', '.connectwise.net', '.myconnectwise.com', '.connectwisedev.com']

/** Whether an origin is one of ConnectWise's own cloud, or one that the technician added. Look-alikes are not. */
export function isTicketSite(origin: string, added: readonly string[]): boolean {
  if (added.includes(origin)) return true
  const url = URL.parse(origin)
  return (
    url !== null &&
    url.protocol === 'https:' &&
    url.port === '' &&
    clouds.some((end) => url.hostname.endsWith(end))
  )
}

/** The match pattern of all pages of an origin; patterns know no ports. */
export function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin)
  return `${protocol}//${hostname}/*`
}
