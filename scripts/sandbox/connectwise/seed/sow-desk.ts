import {
  type SeedBoard,
  seedBoards,
  seedLocations,
  seedPriorities,
  seedSources,
  seedWorkRoles,
  seedWorkTypes,
} from './desk.ts'
import type { Sower } from './sow.ts'

/** Lays out boards and the small tables of the desk. */
export function sowDesk(sower: Sower): void {
  const { put } = sower
  for (const { id, name } of seedLocations) put('SystemLocation', { name }, { id })
  put('SystemDepartment', { identifier: 'Services', name: 'Professional Services' }, { id: 10 })
  for (const { id, ...fields } of seedPriorities) put('Priority', { defaultFlag: false, ...fields }, { id })
  seedSources.forEach((name, index) => {
    put('Source', { name, defaultFlag: index === 0 }, { id: index + 1 })
  })
  for (const { id, ...fields } of seedWorkTypes)
    put(
      'WorkType',
      {
        rateType: 'Multiplier',
        rate: 1,
        inactiveFlag: false,
        utilizationFlag: true,
        overallDefaultFlag: false,
        ...fields,
      },
      { id },
    )
  for (const { id, locationIds, ...fields } of seedWorkRoles)
    put('WorkRole', { inactiveFlag: false, ...fields, ...(locationIds ? { locationIds } : {}) }, { id })
  put('ScheduleType', { name: 'Service', identifier: 'S', systemFlag: true }, { id: 4 })
  put('ScheduleStatus', { name: 'Firm', defaultFlag: true }, { id: 2 })
  put('Code', { name: 'TRIAGE', description: 'First look', defaultFlag: false }, { id: 1 })
  for (const [index, name] of ['Email', 'Direct', 'Mobile', 'Fax'].entries())
    put(
      'CommunicationType',
      {
        description: name,
        emailFlag: name === 'Email',
        faxFlag: name === 'Fax',
        phoneFlag: index === 1 || index === 2,
      },
      { id: index + 1 },
    )
  screens(sower)
  for (const board of seedBoards) sowBoard(sower, board)
}

function screens({ put }: Sower): void {
  const names = [
    'CompanyDetail',
    'ContactDetail',
    'ConnectWiseToday',
    'ServiceTicket',
    'ProjectTicket',
    'SalesOrderDetail',
  ]
  names.forEach((name, index) => {
    put('ConnectWiseHostedScreen', { screenId: String(index + 1), name }, { id: index + 1 })
  })
}

function sowBoard({ put }: Sower, board: SeedBoard): void {
  const below = board.id * 100
  const reference = { id: board.id }
  put(
    'Board',
    {
      name: board.name,
      location: { id: 2 },
      department: { id: 10 },
      inactiveFlag: false,
      projectFlag: board.project ?? false,
      discussionsLockedFlag: board.locked ?? false,
      timeEntryLockedFlag: board.locked ?? false,
      workType: { id: 1 },
      billTime: 'NoDefault',
      problemSort: 'Ascending',
      resolutionSort: 'Ascending',
      internalAnalysisSort: 'Ascending',
      allSort: 'Ascending',
      markFirstNoteIssueFlag: true,
    },
    { id: board.id },
  )
  board.statuses.forEach((status, index) => {
    const fields = {
      name: status.name,
      board: reference,
      sortOrder: index + 1,
      displayOnBoard: status.closed !== true,
      inactive: false,
      closedStatus: status.closed ?? false,
      timeEntryNotAllowed: status.noTime ?? false,
      defaultFlag: status.start ?? false,
      escalationStatus: status.escalation,
      customerPortalFlag: false,
      saveTimeAsNote: false,
    }
    put('BoardStatus', fields, { id: below + 1 + index })
  })
  board.types.forEach(({ name, subTypes }, index) => {
    const type = { name, board: reference, category: 'Reactive', inactiveFlag: false, defaultFlag: false }
    put('BoardType', type, { id: below + 30 + index })
    subTypes.forEach((subType, at) => {
      const fields = {
        name: subType,
        board: reference,
        inactiveFlag: false,
        typeAssociationIds: [below + 30 + index],
      }
      put('BoardSubType', fields, { id: below + 40 + index * 5 + at })
    })
  })
  board.items.forEach((name, index) => {
    put('BoardItem', { name, board: reference, inactiveFlag: false }, { id: below + 80 + index })
  })
  board.teams.forEach((name, index) => {
    const fields = {
      name,
      boardId: board.id,
      board: reference,
      defaultFlag: index === 0,
      teamLeader: { id: 154 },
    }
    put('BoardTeam', fields, { id: below + 90 + index })
  })
}
