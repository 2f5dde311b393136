import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox } from '../create-sandbox.ts'
import type { HostedSetup, TicketScreen } from './desk/desk.ts'
import { servePage } from './serve-page.ts'
import { appLink, mailLink } from './ticket-link.ts'

const pod = {
  description: 'Guide',
  url: 'http://localhost:1/pod?id=[cw_id]',
  origin: 'http://localhost:1',
  podHeight: 500,
}
let built = ''
beforeAll(() => {
  built = mkdtempSync(path.join(tmpdir(), 'sandbox-page-'))
  writeFileSync(path.join(built, 'index.html'), '<!doctype html><div id="page"></div>')
})
afterAll(() => rmSync(built, { recursive: true }))

/** A sandbox with its web client, and a browser signed in as `member`. */
function desk(member = 'mrivera') {
  const sandbox = createSandbox({ page: (world) => servePage(world, { built, pods: [pod], member }) })
  const post = (url: string, body: unknown) =>
    sandbox.app.request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const open = async (id: number): Promise<{ ticket: TicketScreen; hosted: HostedSetup[] }> =>
    (await sandbox.app.request(`/_page/api/tickets/service/${id}`)).json()
  return { sandbox, post, open }
}
const note = {
  text: 'Cleared the print queue.',
  discussion: false,
  internal: true,
  resolution: false,
  emailContact: false,
  emailResources: false,
  emailCc: false,
}

describe('the sandbox’s web client', () => {
  it('answers every ticket link with the page, and a link without a company as ConnectWise does', async () => {
    const { app } = desk().sandbox
    const links = [
      mailLink('ridgeline', 26251),
      appLink('v2025_1/', { screen: 'ticket', id: 26251, kind: 'service' }),
      '/v4_6_release/services/system_io/router/openrecord.rails?recordType=ServiceFv&recid=26251&companyName=ridgeline',
      '/v4_6_release/ConnectWise.aspx?routeTo=ServiceFV&recid=26251',
    ]
    for (const link of links) {
      const response = await app.request(link)
      expect(await response.text()).toContain('id="page"')
      expect(response.headers.get('content-security-policy')).toContain('frame-src * data:')
    }
    const blank = await app.request(mailLink('ridgeline', 26251).replace('&companyName=ridgeline', ''))
    expect([blank.status, await blank.text()]).toEqual([400, 'Cannot route blank company name'])
  })

  it('leaves the API’s paths to the API', async () => {
    const { app } = desk().sandbox
    expect((await app.request('/v2025_1/apis/3.0/service/tickets')).status).toBe(401)
    expect(await (await app.request('/login/companyinfo/ridgeline')).json()).toMatchObject({
      Codebase: 'v2025_1/',
    })
  })

  it('signs a chosen member in and opens the ticket', async () => {
    const { app } = desk('tokafor').sandbox
    const response = await app.request('/?member=mrivera&ticket=26251')
    expect(response.headers.get('location')).toBe(mailLink('ridgeline', 26251))
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    const start = await app.request('/_page/api/start', { headers: { cookie } })
    expect(await start.json()).toMatchObject({ member: { identifier: 'mrivera' } })
    expect(await (await app.request('/_page/api/start')).json()).toMatchObject({
      member: { identifier: 'tokafor' },
    })
    expect((await app.request('/?member=nobody')).status).toBe(404)
  })

  it('offers neither API members nor inactive ones to sign in as', async () => {
    const { sandbox, post } = desk()
    const { members } = await (await sandbox.app.request('/_page/api/start')).json()
    const identifiers = members.map((one: { identifier: string }) => one.identifier)
    expect(identifiers).toContain('mrivera')
    expect(identifiers).not.toContain('flowapi')
    expect(identifiers).not.toContain('dwalsh')
    expect((await post('/_page/api/sign-in', { member: 'dwalsh' })).status).toBe(404)
  })

  it('shows a ticket with its board’s own statuses and the hosted pods of its screen, also after a reset', async () => {
    const { sandbox, open } = desk()
    sandbox.reset()
    const { ticket, hosted } = await open(26251)
    expect(ticket.choices.statuses.map((status) => status.id)).toContain(ticket.status.id)
    expect(new Set(ticket.choices.statuses.map((status) => status.name)).size).toBe(
      ticket.choices.statuses.length,
    )
    expect(hosted).toEqual([
      { id: expect.any(Number), description: 'Guide', url: pod.url, origin: pod.origin, height: 500 },
    ])
    expect((await sandbox.app.request('/_page/api/tickets/project/26251')).status).toBe(404)
  })

  it('adds a note as the signed-in member, and refuses one that shows nowhere in ConnectWise’s words', async () => {
    const { sandbox, post, open } = desk()
    const before = (await open(26251)).ticket.notes.length
    const url = '/_page/api/tickets/service/26251/notes'
    expect(await (await post(url, { ...note, internal: false })).json()).toEqual({
      ok: false,
      messages: ['Please choose where to display the notes in order to save this record.'],
    })
    expect(await (await post(url, note)).json()).toEqual({ ok: true })
    const { notes } = (await open(26251)).ticket
    expect(notes).toHaveLength(before + 1)
    expect(notes.at(-1)).toMatchObject({
      text: note.text,
      internal: true,
      author: 'Maria Rivera',
      byContact: false,
    })
    expect(sandbox.state.writes.at(-1)).toMatchObject({ entity: 'ServiceNote', by: 'mrivera' })
  })

  it('saves only what was changed and says why it cannot', async () => {
    const { post, open } = desk()
    const { ticket } = await open(26251)
    const other = ticket.choices.statuses.find((status) => status.id !== ticket.status.id && !status.closed)
    const url = '/_page/api/tickets/service/26251/save'
    expect(await (await post(url, { status: other?.id })).json()).toEqual({ ok: true })
    const saved = (await open(26251)).ticket
    expect([saved.status.id, saved.summary]).toEqual([other?.id, ticket.summary])
    expect(await (await post(url, { summary: '' })).json()).toEqual({
      ok: false,
      messages: ['The summary field is required.'],
    })
    expect((await post(url, { closedFlag: true })).status).toBe(400)
  })

  it('shows a time entry among the notes by its flags', async () => {
    const { post, open } = desk()
    const time = {
      start: '2026-11-24T15:00:00Z',
      end: '2026-11-24T15:30:00Z',
      workType: null,
      workRole: null,
    }
    const url = '/_page/api/tickets/service/26251/time'
    const saved = await post(url, { ...note, ...time, billable: 'Billable' })
    expect(await saved.json()).toEqual({ ok: true })
    const shown = (await open(26251)).ticket.notes.find(
      (row) => row.source === 'time' && row.text === note.text,
    )
    expect(shown).toMatchObject({ internal: true, discussion: false, hours: 0.5 })
  })

  it('takes no change that a foreign page could send', async () => {
    const { sandbox } = desk()
    const form = await sandbox.app.request('/_page/api/tickets/service/26251/notes', {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify(note),
    })
    expect(form.status).toBe(415)
  })

  it('is not touched by the faults of the API', async () => {
    const { sandbox, post } = desk()
    sandbox.faults.add({ match: '* /**', times: null, effect: { kind: 'reset-before' } })
    const response = await post('/_page/api/tickets/service/26251/notes', note)
    expect(await response.json()).toEqual({ ok: true })
  })
})
