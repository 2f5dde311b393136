// Run as a child process by the wire test: `node drive-client.ts host:port`. Prints what the client got, as JSON.
import { ManageAPI } from 'connectwise-rest'
import { demoCredentials } from '../create-sandbox.ts'

const companyUrl = process.argv[2] ?? ''
const { company, publicKey, privateKey, clientId } = demoCredentials
const quiet = () => undefined
const options = { companyId: company, publicKey, privateKey, companyUrl, clientId, logger: quiet }
const client = new ManageAPI(options)
const stranger = new ManageAPI({ ...options, privateKey: 'guess' })
const { ServiceAPI, TimeAPI, CompanyAPI, SystemAPI, ScheduleAPI } = client

const failing = (work: Promise<unknown>) =>
  work.then(
    () => ({ status: 0, data: null }),
    (error: { status?: number; data?: unknown }) => ({ status: error.status ?? 0, data: error.data ?? null }),
  )

const note = { text: 'Line one\nLine two ✓', internalAnalysisFlag: true, member: { identifier: 'mrivera' } }
const created = await ServiceAPI.postServiceTicketsByParentIdNotes(26251, note)
const noteId = created.id ?? 0
const time = await TimeAPI.postTimeEntries({
  chargeToId: 26251,
  chargeToType: 'ServiceTicket',
  member: { identifier: 'mrivera' },
  timeStart: '2026-11-24T14:00:00Z',
  timeEnd: '2026-11-24T14:30:00Z',
  notes: 'Worked on it.',
  addToInternalAnalysisFlag: true,
})
const open = { conditions: 'closedFlag=false and board/name="Help Desk"', orderBy: 'id asc' }

console.log(
  JSON.stringify({
    info: await SystemAPI.getSystemInfo(),
    me: await SystemAPI.getSystemMyMembersInfo(),
    ticket: await ServiceAPI.getServiceTicketsById(26251),
    created,
    edited: await ServiceAPI.putServiceTicketsByParentIdNotesById(noteId, 26251, {
      ...created,
      text: 'Changed',
    }),
    notes: await ServiceAPI.getServiceTicketsByParentIdNotes(26251),
    allNotes: await ServiceAPI.getServiceTicketsByParentIdAllNotes(26251),
    statuses: await ServiceAPI.getServiceBoardsByParentIdStatuses(1, { pageSize: 1000 }),
    moved: await ServiceAPI.patchServiceTicketsById(26251, [
      { op: 'replace', path: 'status', value: { id: 103 } },
    ]),
    foreignStatus: await failing(
      ServiceAPI.patchServiceTicketsById(26251, [{ op: 'replace', path: 'status', value: { id: 301 } }]),
    ),
    time,
    gone: await TimeAPI.deleteTimeEntriesById(time.id ?? 0),
    contact: await CompanyAPI.getCompanyContacts({
      childConditions: 'communicationItems/value like "priya%"',
    }),
    configurations: await ServiceAPI.getServiceTicketsByParentIdConfigurations(26251),
    schedule: await ScheduleAPI.getScheduleEntries({ conditions: 'objectId=26251' }),
    open: await client.paginate(ServiceAPI.getServiceTickets, { pageSize: 5 }, open),
    count: await ServiceAPI.getServiceTicketsCount({ conditions: open.conditions }),
    badCondition: await failing(ServiceAPI.getServiceTickets({ conditions: 'invoiceDate=null' })),
    stranger: await failing(stranger.SystemAPI.getSystemMyMembersInfo()),
  }),
)
