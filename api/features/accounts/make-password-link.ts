import { recordAudit } from '#api/audit.ts'
import type { Tx } from '#api/db/db.ts'
import { makePasswordLink as storeLink } from '#api/db/directory-of-sign-ins.ts'
import type { Installation } from './installation.ts'
import { linkMs } from './lifetimes.ts'
import { hashOf, newSecret } from './secret-token.ts'

/**
 * A link with which a member sets their password: once, within a day, instead of any link made before. Its secret
 * stands behind the `#`, which no browser sends to a server.
 */
export async function makePasswordLink(tx: Tx, context: Installation, member: string): Promise<string> {
  const secret = newSecret(context.ids)
  const until = new Date(context.clock.now() + linkMs)
  await storeLink(tx, hashOf(secret), member, until)
  await recordAudit(tx, context, 'account.link_made', member)
  return `${context.publicUrl}/set-password#${secret}`
}
