const note = { text: 'Restarted the spooler.', internalAnalysisFlag: true }
const task = { notes: 'Call back', closedFlag: false }
const charge = { chargeToId: 26251, chargeToType: 'ServiceTicket', timeStart: '2026-11-24T14:00:00Z' }
const place = { project: { id: 61 }, phase: { id: 611 } }
const named = { name: 'Example' }

/** For each path that takes a POST with a body: one that the seeded desk accepts. */
export const exampleBodies: Record<string, object> = {
  '/service/tickets': { summary: 'Scanner sends empty mails', company: { id: 250 } },
  '/service/tickets/search': { conditions: 'id=26251' },
  '/service/tickets/{id}/notes': note,
  '/service/tickets/{id}/configurations': { id: 511 },
  '/service/tickets/{id}/tasks': task,
  '/service/tickets/{id}/merge': { mergeTicketIds: [26260], status: { id: 109 } },
  '/service/tickets/{id}/attachChildren': { childTicketIds: [26260] },
  '/service/tickets/{id}/convert': { ...place, wbsCode: '1.2' },
  '/project/tickets': { summary: 'Move the archive', company: { id: 254 }, board: { id: 9 }, ...place },
  '/project/tickets/search': { conditions: 'id=26300' },
  '/project/tickets/{id}/notes': note,
  '/project/tickets/{id}/configurations': { id: 511 },
  '/project/tickets/{id}/tasks': task,
  '/project/tickets/{id}/convert': { recordType: 'ServiceTicket' },
  '/service/boards': { ...named, location: { id: 2 }, department: { id: 10 } },
  '/service/boards/{id}/statuses': named,
  '/service/boards/{id}/types': named,
  '/service/boards/{id}/subtypes': named,
  '/service/boards/{id}/items': named,
  '/service/boards/{id}/teams': { ...named, teamLeader: { identifier: 'mrivera' } },
  '/service/priorities': { ...named, color: 'Blue' },
  '/service/sources': named,
  '/service/codes': { ...named, description: 'An example' },
  '/time/entries': { ...charge, actualHours: 0.5, notes: 'Restarted the spooler.' },
  '/time/entries/defaults': charge,
  '/time/ticketstopwatches': {
    member: { identifier: 'mrivera' },
    ticket: { id: 26251 },
    status: 'Running',
  },
  '/time/workTypes': { ...named, billTime: 'Billable', rateType: 'Multiplier', rate: 1 },
  '/time/workRoles': named,
  '/schedule/entries': { type: { identifier: 'S' }, objectId: 26251, member: { identifier: 'mrivera' } },
  '/company/companies': { ...named, identifier: 'Example' },
  '/company/companies/{id}/sites': named,
  '/company/contacts': { firstName: 'Sam', lastName: 'Okafor', company: { id: 250 } },
  '/company/contacts/{id}/communications': { type: { id: 1 }, value: 'sam@harborfinch.example' },
  '/company/configurations': { ...named, type: { id: 1 }, company: { id: 250 } },
  '/system/members': {
    identifier: 'sokafor',
    licenseClass: 'F',
    firstName: 'Sam',
    lastName: 'Okafor',
    hireDate: '2026-01-05T00:00:00Z',
    defaultEmail: 'Office',
    defaultPhone: 'Office',
    securityRole: { id: 63 },
  },
  '/system/members/{id}/deactivate': { deleteOpenTimeSheetsFlag: true },
  '/system/connectwisehostedsetups': {
    screenId: 4,
    description: 'Example',
    url: 'https://flow.example/pod',
    type: 'Pod',
  },
  '/system/bundles': {
    requests: [
      {
        sequenceNumber: 1,
        resourceType: 'Ticket',
        version: '2025.1',
        apiRequest: { filters: { conditions: 'closedFlag=True' }, page: { pageSize: 2 } },
      },
    ],
  },
}
