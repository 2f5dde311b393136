import type { FlowClosure, FlowDraft } from '../flow/flow.ts'
import type { Action } from '../policy/policy.ts'
import type {
  PasswordLink,
  PasswordLinkView,
  Redirected,
  SetPassword,
  SignIn,
  SignOut,
  TakeToken,
  TokenReply,
} from './account.ts'
import type { FlowFindings, FlowSummary, FlowView } from './flow.ts'
import type {
  Me,
  MemberRights,
  MemberView,
  PodSignIn,
  SignedIn,
  TeamSettings,
  TeamSettingsChange,
} from './member.ts'
import type { AcceptPost, PostView, RemoveCopy, SettleDelivery } from './post.ts'
import type {
  AppendEvents,
  AppendedEvents,
  MemberActivity,
  SessionSummary,
  SessionView,
  StartSession,
} from './session.ts'
import type { PostOptions, SuggestionsView, TicketPick, TicketView } from './ticket.ts'

/** Raised when a client of the previous contract could no longer be served; the API accepts this and the one before. */
export const contractVersion = 1
export const contractHeader = 'x-resolutionflow-contract'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** One route: how it is called, what it may be done by, and the shapes that travel. No code of zod comes along. */
export interface Route<Reply, Body = undefined, Query = undefined> {
  method: Method
  /** With `{name}` for each path parameter. */
  path: string
  /** What the policy table is asked; null for routes that need no token. */
  action: Action | null
  /** Types only: never set. */
  reply?: Reply
  body?: Body
  query?: Query
}

const route = <Reply, Body = undefined, Query = undefined>(
  method: Method,
  path: string,
  action: Action | null,
): Route<Reply, Body, Query> => ({ method, path, action })

/** Every route of the API by its operation id; the API refuses to start with a route missing here, or a row unserved. */
export const routes = {
  health: route<{ ok: boolean }>('GET', '/health', null),
  ready: route<{ ready: boolean }>('GET', '/ready', null),
  signInFromPod: route<SignedIn, PodSignIn>('POST', '/pod/sign-in', null),
  signIn: route<SignedIn | Redirected, SignIn>('POST', '/sign-in', null),
  takeToken: route<TokenReply, TakeToken>('POST', '/token', null),
  signOut: route<Record<string, never>, SignOut>('POST', '/sign-out', null),
  readPasswordLink: route<PasswordLinkView, PasswordLink>('POST', '/password-link', null),
  setPassword: route<PasswordLinkView, SetPassword>('POST', '/password', null),
  getMe: route<Me>('GET', '/me', 'team.read'),
  renewSignIn: route<SignedIn>('POST', '/me/renew', 'sign_in.renew'),

  findTickets: route<{ tickets: TicketPick[] }, undefined, { text?: string }>(
    'GET',
    '/tickets',
    'ticket.read',
  ),
  getTicket: route<TicketView>('GET', '/tickets/{kind}/{id}', 'ticket.read'),
  suggestFlows: route<SuggestionsView>('GET', '/tickets/{kind}/{id}/suggestions', 'ticket.read'),
  getPostOptions: route<PostOptions>('GET', '/tickets/{kind}/{id}/post-options', 'ticket.read'),

  listFlows: route<{ flows: FlowSummary[] }, undefined, { text?: string }>('GET', '/flows', 'flow.read'),
  createFlow: route<FlowView, FlowDraft>('POST', '/flows', 'flow.write'),
  getFlow: route<FlowView>('GET', '/flows/{id}', 'flow.read'),
  saveFlowDraft: route<FlowView, FlowDraft>('PUT', '/flows/{id}', 'flow.write'),
  checkFlow: route<FlowFindings>('POST', '/flows/{id}/check', 'flow.read'),
  publishFlow: route<FlowView>('POST', '/flows/{id}/publish', 'flow.publish'),
  getFlowClosure: route<FlowClosure>('GET', '/flow-versions/{ref}', 'flow.read'),

  startSession: route<SessionView, StartSession>('POST', '/sessions', 'session.write'),
  listSessions: route<{ sessions: SessionSummary[] }, undefined, { ticket?: string; mine?: string }>(
    'GET',
    '/sessions',
    'session.read',
  ),
  getSession: route<SessionView>('GET', '/sessions/{id}', 'session.read'),
  appendEvents: route<AppendedEvents, AppendEvents>('POST', '/sessions/{id}/events', 'session.write'),
  listEvents: route<AppendedEvents, undefined, { after: string }>(
    'GET',
    '/sessions/{id}/events',
    'session.read',
  ),
  streamSession: route<never, undefined, { after: string }>('GET', '/sessions/{id}/stream', 'session.read'),
  getMyActivity: route<MemberActivity, undefined, { from: string }>('GET', '/me/activity', 'session.read'),

  acceptPost: route<PostView, AcceptPost>('POST', '/sessions/{id}/posts', 'post.write'),
  getPost: route<PostView>('GET', '/posts/{id}', 'session.read'),
  undoPost: route<PostView>('POST', '/posts/{id}/undo', 'post.write'),
  sendPostNow: route<PostView>('POST', '/posts/{id}/send-now', 'post.write'),
  settleDelivery: route<PostView, SettleDelivery>('POST', '/deliveries/{id}/settle', 'post.write'),
  removeCopy: route<PostView, RemoveCopy>('POST', '/deliveries/{id}/remove-copy', 'post.remove_copy'),

  listMembers: route<{ members: MemberView[] }>('GET', '/members', 'member.manage'),
  saveMemberRights: route<MemberView, MemberRights>('PUT', '/members/{id}', 'member.manage'),

  getTeamSettings: route<TeamSettings>('GET', '/team/settings', 'team.read'),
  saveTeamSettings: route<TeamSettings, TeamSettingsChange>('PUT', '/team/settings', 'team.write'),
} as const

export type RouteId = keyof typeof routes
type RouteOf<Id extends RouteId> = (typeof routes)[Id]
export type ReplyOf<Id extends RouteId> =
  RouteOf<Id> extends Route<infer Reply, infer _B, infer _Q> ? Reply : never
export type BodyOf<Id extends RouteId> =
  RouteOf<Id> extends Route<infer _R, infer Body, infer _Q> ? Body : never
export type QueryOf<Id extends RouteId> =
  RouteOf<Id> extends Route<infer _R, infer _B, infer Query> ? Query : never
