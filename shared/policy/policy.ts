import type { Role } from '../contracts/member.ts'

/** Everything that somebody may be allowed to do. Each route names one; each verb asks for it again. */
export const actions = [
  'team.read',
  'team.write',
  'member.manage',
  'ticket.read',
  'flow.read',
  'flow.write',
  'flow.publish',
  'session.read',
  'session.write',
  'post.write',
  'post.remove_copy',
  'sign_in.renew',
] as const

export type Action = (typeof actions)[number]

/** Who may do what: `lead` is a capability that adds to an engineer. A super_admin acts inside one team as its admin. */
const allowed: Record<Action, readonly (Role | 'lead')[]> = {
  'team.read': ['super_admin', 'team_admin', 'engineer', 'viewer'],
  'team.write': ['super_admin', 'team_admin'],
  'member.manage': ['super_admin', 'team_admin'],
  'ticket.read': ['super_admin', 'team_admin', 'engineer', 'viewer'],
  'flow.read': ['super_admin', 'team_admin', 'engineer', 'viewer'],
  'flow.write': ['super_admin', 'team_admin', 'lead'],
  'flow.publish': ['super_admin', 'team_admin', 'lead'],
  'session.read': ['super_admin', 'team_admin', 'engineer', 'viewer'],
  'session.write': ['super_admin', 'team_admin', 'engineer'],
  'post.write': ['super_admin', 'team_admin', 'engineer'],
  'post.remove_copy': ['super_admin', 'team_admin', 'engineer'],
  'sign_in.renew': ['super_admin', 'team_admin', 'engineer', 'viewer'],
}

/** Whether a member of this role, with or without the lead capability, may do this. */
export function mayDo(role: Role, lead: boolean, action: Action): boolean {
  return allowed[action].includes(role) || (lead && role === 'engineer' && allowed[action].includes('lead'))
}
