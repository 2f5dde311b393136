import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { at, column, query, startDesk, type TestDesk } from '../testing/desk-client.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk()
})
beforeEach(() => desk.sandbox.reset())
afterAll(() => desk.close())

const path = '/service/tickets/26251/notes'
const internal = { internalAnalysisFlag: true }
const add = (body: object, ticket = 26251) => desk.call('POST', `/service/tickets/${ticket}/notes`, body)
const texts = async () => column((await desk.call('GET', '/service/tickets/26251/allNotes')).body, 'text')

describe('adding a note', () => {
  it('needs a tab to show it in', async () => {
    expect(await add({ text: 'x' })).toMatchObject({
      status: 400,
      body: {
        message: 'serviceNote object is invalid',
        errors: [{ message: 'Please choose where to display the notes in order to save this record.' }],
      },
    })
  })

  it('needs a text', async () => {
    for (const text of ['', '  ', undefined]) expect((await add({ ...internal, text })).status).toBe(400)
  })

  it('names the given member as the author, else the API member', async () => {
    const given = await add({ ...internal, text: 'x', member: { identifier: 'MRivera' } })
    expect(given.body).toMatchObject({ member: { id: 151, name: 'Maria Rivera' }, createdBy: 'mrivera' })
    expect((await add({ ...internal, text: 'x' })).body).toMatchObject({ member: { identifier: 'flowapi' } })
    await desk.control('PATCH', '/switches', { authorFromMember: false })
    const ignored = await add({ ...internal, text: 'x', member: { identifier: 'mrivera' } })
    expect(ignored.body).toMatchObject({ member: { identifier: 'flowapi' }, createdBy: 'flowapi' })
  })

  it('shows a note of a contact without a member', async () => {
    const { body } = await add({ detailDescriptionFlag: true, text: 'x', contact: { id: 1201 } })
    expect(body).toMatchObject({
      contact: { name: 'Priya Nair' },
      customerUpdatedFlag: true,
      externalFlag: true,
    })
    expect(body).not.toHaveProperty('member')
  })

  it('refuses an inactive member and one that does not exist', async () => {
    expect((await add({ ...internal, text: 'x', member: { identifier: 'dwalsh' } })).status).toBe(400)
    const unknown = await add({ ...internal, text: 'x', member: { identifier: 'nobody' } })
    expect(at(unknown.body, 'errors')).toMatchObject([
      { code: 'NotFound', message: 'Member nobody not found' },
    ])
    await desk.control('PATCH', '/switches', { inactiveMemberOnNote: 'accept' })
    expect((await add({ ...internal, text: 'x', member: { identifier: 'dwalsh' } })).status).toBe(201)
  })

  it('makes a second note of a second POST: nothing is idempotent', async () => {
    await add({ ...internal, text: 'the same' })
    await add({ ...internal, text: 'the same' })
    expect((await texts()).filter((text) => text === 'the same')).toHaveLength(2)
    expect(desk.sandbox.state.writes).toMatchObject([
      { sequence: 1, verb: 'create', entity: 'ServiceNote', by: 'flowapi' },
      { sequence: 2, verb: 'create', entity: 'ServiceNote', by: 'flowapi' },
    ])
  })

  it('counts as an update of the ticket', async () => {
    desk.clock.advance(5000)
    await add({ ...internal, text: 'x' })
    const { body } = await desk.call('GET', '/service/tickets/26251')
    expect(at(body, '_info')).toMatchObject({ updatedBy: 'flowapi', lastUpdated: '2026-11-24T15:00:05Z' })
  })

  it('ignores what only the server sets', async () => {
    const { body } = await add({
      ...internal,
      text: 'x',
      dateCreated: '2001-01-01T00:00:00Z',
      createdBy: 'x',
      id: 5,
    })
    expect(body).toMatchObject({ createdBy: 'flowapi' })
    expect(at(body, 'id')).not.toBe(5)
    expect(at(body, 'dateCreated')).toMatch(/^2026-11-24/)
  })
})

describe('the text rules', () => {
  const kept = async (text: string, switches: object) => {
    await desk.control('PATCH', '/switches', switches)
    return add({ ...internal, text })
  }

  it('keep lines and emoji as they are at first', async () => {
    expect((await kept('a\nb 🖨', {})).body).toMatchObject({ text: 'a\nb 🖨' })
  })

  it('can limit the length', async () => {
    expect((await kept('x'.repeat(11), { noteTextLimit: 10 })).body).toMatchObject({
      errors: [
        { code: 'MaxLengthField', message: 'The field text must be a string with a maximum length of 10.' },
      ],
    })
    expect((await kept('x'.repeat(10), {})).status).toBe(201)
  })

  it('can change line ends', async () => {
    expect((await kept('a\nb\r\nc', { newlines: 'crlf' })).body).toMatchObject({ text: 'a\r\nb\r\nc' })
    expect((await kept('a\nb\r\nc', { newlines: 'collapse' })).body).toMatchObject({ text: 'a b c' })
  })

  it('can spoil or refuse emoji', async () => {
    expect((await kept('a 🖨', { emoji: 'question-marks' })).body).toMatchObject({ text: 'a ??' })
    expect((await kept('a 🖨', { emoji: 'refuse' })).status).toBe(400)
  })
})

describe('editing and deleting notes', () => {
  it('is possible by PATCH, PUT and DELETE', async () => {
    const id = at((await add({ ...internal, text: 'x' })).body, 'id')
    const patched = await desk.call('PATCH', `${path}/${id}`, [{ op: 'replace', path: 'text', value: 'y' }])
    expect(patched.body).toMatchObject({
      text: 'y',
      internalAnalysisFlag: true,
      member: { identifier: 'flowapi' },
    })
    const put = await desk.call('PUT', `${path}/${id}`, { text: 'z', resolutionFlag: true })
    expect(put.body).toMatchObject({
      text: 'z',
      resolutionFlag: true,
      internalAnalysisFlag: false,
      externalFlag: true,
    })
    expect(
      (await desk.call('PATCH', `${path}/${id}`, [{ op: 'replace', path: 'resolutionFlag', value: false }]))
        .status,
    ).toBe(400)
    expect((await desk.call('DELETE', `${path}/${id}`)).status).toBe(204)
    expect((await desk.call('GET', `${path}/${id}`)).status).toBe(404)
  })

  it('does not reach a note of another ticket', async () => {
    const id = at((await add({ ...internal, text: 'x' }, 26240)).body, 'id')
    expect((await desk.call('GET', `${path}/${id}`)).status).toBe(404)
    expect((await desk.call('DELETE', `${path}/${id}`)).status).toBe(404)
  })

  it('is refused on a board with locked discussions', async () => {
    const id = at((await add({ ...internal, text: 'x' }, 26270)).body, 'id')
    const change = () =>
      desk.call('PATCH', `/service/tickets/26270/notes/${id}`, [{ op: 'replace', path: 'text', value: 'y' }])
    expect((await change()).status).toBe(400)
    expect((await desk.call('DELETE', `/service/tickets/26270/notes/${id}`)).status).toBe(400)
    await desk.control('PATCH', '/switches', { lockedDiscussions: 'nothing' })
    expect((await change()).status).toBe(200)
    await desk.control('PATCH', '/switches', { lockedDiscussions: 'everything' })
    expect((await add({ ...internal, text: 'x' }, 26270)).status).toBe(400)
  })

  it('can be limited to own notes', async () => {
    const id = at((await add({ ...internal, text: 'x', member: { identifier: 'mrivera' } })).body, 'id')
    await desk.control('PATCH', '/switches', { editOwnNotesOnly: true })
    expect((await desk.call('DELETE', `${path}/${id}`)).status).toBe(403)
    const own = at((await add({ ...internal, text: 'x' })).body, 'id')
    expect((await desk.call('DELETE', `${path}/${own}`)).status).toBe(204)
  })

  it('can be refused on closed tickets for new notes', async () => {
    expect((await add({ ...internal, text: 'x' }, 25871)).status).toBe(201)
    await desk.control('PATCH', '/switches', { notesOnClosedTickets: 'refuse' })
    expect((await add({ ...internal, text: 'x' }, 25871)).status).toBe(400)
  })
})

describe('all notes', () => {
  const all = (ticket = 26251, parts: Record<string, string> = {}) =>
    desk.call('GET', `/service/tickets/${ticket}/allNotes${query(parts)}`)
  const time = (more: object) =>
    desk.call('POST', '/time/entries', {
      chargeToId: 26251,
      chargeToType: 'ServiceTicket',
      timeStart: '2026-11-24T14:00:00Z',
      timeEnd: '2026-11-24T14:10:00Z',
      ...more,
    })

  it('are notes and time-entry texts together, oldest first', async () => {
    const { body } = await all(26263)
    expect(column(body, 'noteType')).toEqual([
      'TicketNote',
      'TicketNote',
      'TimeEntryNote',
      'TicketNote',
      'TicketNote',
    ])
    expect(at(body, '0')).toMatchObject({
      issueFlag: true,
      originalAuthor: 'Derek Boone',
      isMarkdownFlag: true,
    })
    expect(at(body, '2')).toMatchObject({ internalAnalysisFlag: true, member: { identifier: 'mrivera' } })
  })

  it('show time-entry notes by their flags only', async () => {
    await time({ notes: 'hidden' })
    await time({ notes: 'resolved', addToResolutionFlag: true })
    const { body } = await all()
    expect(column(body, 'text')).not.toContain('hidden')
    expect(at(body, String(column(body, 'text').indexOf('resolved')))).toMatchObject({
      noteType: 'TimeEntryNote',
      resolutionFlag: true,
      detailDescriptionFlag: false,
      timeStart: '2026-11-24T14:00:00Z',
      timeEnd: '2026-11-24T14:10:00Z',
    })
  })

  it('show internal notes of time entries, or not, by the switch', async () => {
    await time({ internalNotes: 'among us' })
    expect(await texts()).toContain('among us')
    await desk.control('PATCH', '/switches', { internalTimeNotesShown: false })
    expect(await texts()).not.toContain('among us')
  })

  it('can be ordered, or ignore the order by the switch', async () => {
    const up = column((await all(26263)).body, 'id')
    const down = { orderBy: 'id desc' }
    expect(column((await all(26263, down)).body, 'id')).toEqual([...up].sort((a, b) => Number(b) - Number(a)))
    await desk.control('PATCH', '/switches', { allNotesOrder: false })
    expect(column((await all(26263, down)).body, 'id')).toEqual(up)
  })

  it('can be missing, as on old versions', async () => {
    await desk.control('PATCH', '/switches', { allNotes: false })
    expect((await all()).status).toBe(404)
  })

  it('can lack the Markdown mark', async () => {
    await desk.control('PATCH', '/switches', { markdownFlag: false })
    expect(column((await all()).body, 'isMarkdownFlag')).not.toContain(true)
  })

  it('exist for project tickets in their own shape', async () => {
    const { body } = await desk.call('GET', '/project/tickets/26300/allNotes')
    expect(column(body, 'member/identifier')).toEqual(['tokafor'])
    const made = await desk.call('POST', '/project/tickets/26300/notes', { ...internal, text: 'x' })
    expect(made.status).toBe(201)
  })
})
