import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startDesk, type TestDesk } from '../testing/desk-client.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk()
})
beforeEach(() => desk.sandbox.reset())
afterAll(() => desk.close())

const note = (body: object) => desk.call('POST', '/service/tickets/26251/notes', { text: 'x', ...body })
const readers = () => desk.sandbox.state.mails.map(({ to, cause }) => `${cause}: ${to}`)
const automatic = (path: string, value: unknown) =>
  desk.call('PATCH', '/service/tickets/26251', [{ op: 'replace', path, value }])

describe('the mails that would be sent', () => {
  it('go to the contact for a note that clients see, unless notifications are off', async () => {
    await note({ detailDescriptionFlag: true, processNotifications: false })
    expect(readers()).toEqual([])
    await note({ detailDescriptionFlag: true })
    await note({ resolutionFlag: true, processNotifications: true })
    expect(readers()).toEqual(['note: contact', 'note: contact'])
  })

  it('never go to the contact for an internal note, but to the resources where the ticket says so', async () => {
    await note({ internalAnalysisFlag: true })
    expect(readers()).toEqual([])
    await automatic('automaticEmailResourceFlag', true)
    await note({ internalAnalysisFlag: true })
    expect(readers()).toEqual(['note: resources'])
  })

  it('go to the copies that the ticket names', async () => {
    await automatic('automaticEmailContactFlag', false)
    await automatic('automaticEmailCcFlag', true)
    await note({ detailDescriptionFlag: true })
    expect(readers()).toEqual([])
    await automatic('automaticEmailCc', 'boss@harborfinch.example')
    await note({ detailDescriptionFlag: true })
    expect(readers()).toEqual(['note: cc'])
  })

  it('go out for a time entry only as its own flags order', async () => {
    const entry = {
      chargeToId: 26251,
      chargeToType: 'ServiceTicket',
      timeStart: '2026-11-24T14:00:00Z',
      actualHours: 0.5,
      notes: 'x',
      addToDetailDescriptionFlag: true,
    }
    await desk.call('POST', '/time/entries', entry)
    expect(readers()).toEqual([])
    await desk.call('POST', '/time/entries', { ...entry, emailContactFlag: true, emailResourceFlag: true })
    expect(readers()).toEqual(['time entry: contact', 'time entry: resources'])
  })
})
