import type { TeamSettings } from '#shared/contracts/member.ts'

/** What a team starts with. */
export const defaultSettings: TeamSettings = {
  quarantineSeconds: 300,
  undoSeconds: { internal: 5, visible: 10 },
  postKind: { default: 'note', boards: {} },
  roundMinutesTo: 0,
  noteSizeLimit: 16_000,
  redactionTerms: [],
  membersJoinThemselves: true,
  beforeSave: false,
}
