import { systemIds } from '#api/adapters/system/system-ids.ts'
import { defaultSettings } from '#api/features/team/default-settings.ts'
import type { AcceptPost } from '#shared/contracts/post.ts'
import type { BodyOf, QueryOf, RouteId } from '#shared/contracts/routes.ts'
import { eventBy } from './events.ts'
import { sampleFlow } from './sample-flow.ts'

/** The things that a call names, of our team or of nobody. */
export interface Named {
  handle: string
  session: string
  /** How many events the session has. */
  seq: number
  post: string
  delivery: string
  /** A member, other than whoever calls. */
  member: string
  ticket: number
  flow: string
  request: AcceptPost
  /** An account, a link to set its password, and refresh tokens of it to use up and to sign out with. */
  account: { email: string; password: string; link: string; refreshToken: string; lastToken: string }
}

export interface ValidCall<Id extends RouteId = RouteId> {
  params?: Record<string, string>
  query?: QueryOf<Id>
  body?: BodyOf<Id>
}

const at = '2026-11-24T09:00:00.000Z'
const ticket = (named: Named) => ({ params: { kind: 'service', id: String(named.ticket) } })
const session = (named: Named) => ({ params: { id: named.session } })
const following = (named: Named) => ({ ...session(named), query: { after: '0' } })
const post = (named: Named) => ({ params: { id: named.post } })
const flow = (named: Named) => ({ params: { id: named.flow } })

/** One call of every route with which nothing is wrong: made from what it names and the id of the member who makes it. */
export const validCalls: { [Id in RouteId]: (named: Named, by: string) => ValidCall<Id> } = {
  health: () => ({}),
  ready: () => ({}),
  signInFromPod: ({ handle }) => ({
    body: { handle, member: { memberId: 'tech1', memberHash: 'hash-of-tech1' } },
  }),
  signIn: ({ account: { email, password } }) => ({ body: { email, password } }),
  takeToken: ({ account: { refreshToken } }) => ({ body: { grant: 'refresh_token', refreshToken } }),
  signOut: ({ account }) => ({ body: { refreshToken: account.lastToken } }),
  readPasswordLink: ({ account: { link } }) => ({ body: { link } }),
  setPassword: ({ account: { link, password } }) => ({ body: { link, password } }),
  getMe: () => ({}),
  renewSignIn: () => ({}),

  findTickets: () => ({ query: { text: 'Outlook' } }),
  getTicket: ticket,
  suggestFlows: ticket,
  getPostOptions: ticket,

  listFlows: () => ({ query: { text: 'Outlook' } }),
  createFlow: () => ({ body: { ...sampleFlow, id: `copy-${systemIds.uuid()}` } }),
  getFlow: flow,
  saveFlowDraft: (named) => ({ ...flow(named), body: { ...sampleFlow, id: named.flow } }),
  checkFlow: flow,
  publishFlow: flow,
  getFlowClosure: (named) => ({ params: { ref: `${named.flow}@1` } }),

  startSession: (named) => ({
    body: {
      id: systemIds.uuid(),
      ticket: { id: named.ticket, kind: 'service' },
      flow: `${named.flow}@1`,
      at,
    },
  }),
  listSessions: (named) => ({ query: { ticket: String(named.ticket) } }),
  getSession: session,
  appendEvents: (named, by) => ({
    ...session(named),
    body: { base: named.seq, events: [eventBy(by, { type: 'acted', text: 'Looked at the cable' })] },
  }),
  listEvents: following,
  streamSession: following,
  getMyActivity: () => ({ query: { from: at } }),

  acceptPost: (named) => ({ ...session(named), body: { ...named.request, id: systemIds.uuid() } }),
  getPost: post,
  undoPost: post,
  sendPostNow: post,
  removeCopy: (named) => ({ params: { id: named.delivery }, body: { remove: 12, keep: 9 } }),
  settleDelivery: (named) => ({ params: { id: named.delivery }, body: { how: 'send_again' } }),

  listMembers: () => ({}),
  saveMemberRights: ({ member }) => ({
    params: { id: member },
    body: { role: 'engineer', lead: false, companies: null },
  }),

  getTeamSettings: () => ({}),
  saveTeamSettings: () => ({ body: defaultSettings }),
}
