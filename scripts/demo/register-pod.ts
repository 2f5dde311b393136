import type { TeamConnection } from '#api/features/connection/credentials.ts'

const serviceTicket = 4
const projectTicket = 5
const podHeight = 620

/**
 * Sets our pod up in a ConnectWise stand-in as an administrator would in System → Setup Tables → Manage Hosted API.
 * Resolves to false where the stand-in has no such table; a pod that is set up already stays.
 */
export async function registerPod(
  connection: TeamConnection,
  pod: { origin: string; path: string },
): Promise<boolean> {
  const { company, publicKey, privateKey, clientId, apiUrl } = connection
  const table = `${apiUrl}/v4_6_release/apis/3.0/system/connectwisehostedsetups`
  const headers = {
    authorization: `Basic ${Buffer.from(`${company}+${publicKey}:${privateKey}`).toString('base64')}`,
    clientId,
    'content-type': 'application/json',
  }
  const listed = await fetch(`${table}?pageSize=1000`, { headers }).catch(() => null)
  if (listed === null || !listed.ok) return false
  const known: unknown = await listed.json()
  const address = `${pod.origin}${pod.path}?id=[cw_id]&screen=[cw_screen]`
  const screens = [
    { screenId: serviceTicket, url: address },
    { screenId: projectTicket, url: `${address}&kind=project` },
  ]
  for (const { screenId, url } of screens) {
    const isKnown =
      Array.isArray(known) &&
      known.some((row) => isSetup(row) && row.url === url && row.screenId === screenId)
    if (isKnown) continue
    const description = 'ResolutionFlow'
    const body = JSON.stringify({ screenId, description, url, type: 'Pod', origin: pod.origin, podHeight })
    const made = await fetch(table, { method: 'POST', headers, body }).catch(() => null)
    if (made === null || !made.ok) return false
  }
  return true
}

function isSetup(row: unknown): row is { url: unknown; screenId: unknown } {
  return typeof row === 'object' && row !== null && 'url' in row && 'screenId' in row
}
