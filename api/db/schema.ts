import { account } from './schema/account.ts'
import { flow, flowVersion } from './schema/flow.ts'
import { delivery, post } from './schema/post.ts'
import { session, sessionEvent } from './schema/session.ts'
import { audit, member, psaConnection, team } from './schema/team.ts'

/** All tables, for the driver. */
export const schema = {
  team,
  member,
  account,
  psaConnection,
  audit,
  flow,
  flowVersion,
  session,
  sessionEvent,
  post,
  delivery,
}
