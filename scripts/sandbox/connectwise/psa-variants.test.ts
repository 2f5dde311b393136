import { afterEach, describe, expect, it } from 'vitest'
import { connectWisePsa } from '#api/adapters/connectwise/connect-psa.ts'
import { connectToSandbox } from './connect-to-sandbox.ts'

type Connected = Awaited<ReturnType<typeof connectToSandbox>>
let connected: Connected | null = null
const start = async () => {
  connected = await connectToSandbox()
  return connected
}
afterEach(async () => {
  await connected?.close()
  connected = null
})

const ticket = { id: 26251, kind: 'service' as const }
const note = {
  ticket,
  text: 'First line.\nSecond line.',
  show: { discussion: false, internal: true, resolution: false },
  member: 'mrivera',
  notify: false,
}
const entry = {
  ...note,
  start: '2026-01-05T14:00:00Z',
  end: '2026-01-05T14:30:00Z',
  breakMinutes: 0,
  workType: null,
  workRole: null,
  agreement: null,
  billable: null,
}
const written = async ({ psa }: Connected) =>
  (await psa.texts(ticket)).filter((text) => text.text === note.text).length

describe('the adapter where ConnectWise differs from one installation to the next', () => {
  it.each([
    ['both hosts', { hashCallsOn: 'both', hashByBasic: false }],
    ['the UI host alone', { uiHosts: ['localhost'], hashCallsOn: 'ui', hashByBasic: true }],
    ['the API host alone', { uiHosts: ['localhost'], hashCallsOn: 'api', hashByBasic: false }],
  ])('verifies a member on %s', async (_, switches) => {
    const { psa, claimOf, switches: set } = await start()
    await set(switches)
    const claim = await claimOf('mrivera')
    expect(await psa.verifyMember(claim)).toMatchObject({ identifier: 'mrivera', name: 'Maria Rivera' })
    expect(await psa.verifyMember({ ...claim, memberId: 'apetrov' })).toBeNull()
    await set({ refuseHashes: true })
    expect(await psa.verifyMember(claim)).toBeNull()
  })

  it('tells a board that is locked for time and texts from one that is open', async () => {
    const { psa } = await start()
    const locksOf = async (id: number) =>
      psa.boardLocks((await psa.ticket({ id, kind: 'service' }))?.board.id ?? 0)
    expect(await locksOf(26270)).toEqual({ time: true, discussions: true })
    expect(await locksOf(ticket.id)).toEqual({ time: false, discussions: false })
  })

  it('takes no hash past its time', async () => {
    const { psa, claimOf, steer } = await start()
    const claim = await claimOf('mrivera')
    expect(await psa.verifyMember(claim)).not.toBeNull()
    await steer('POST', '/clock', { seconds: 3601 })
    expect(await psa.verifyMember(claim)).toBeNull()
  })

  it.each([
    ['without allNotes', { allNotes: false }],
    ['with unset fields as null', { unsetFields: 'null' }],
    ['with allNotes unsorted', { allNotesOrder: false }],
  ])('reads and writes the same %s', async (_, switches) => {
    const usual = await start()
    const before = { texts: await usual.psa.texts(ticket), ticket: await usual.psa.ticket(ticket) }
    await usual.switches(switches)
    const { updatedAt: _before, ...known } = before.ticket ?? {}
    expect(await usual.psa.ticket(ticket)).toMatchObject(known)
    expect((await usual.psa.texts(ticket)).map(({ kind, id }) => [kind, id])).toEqual(
      before.texts.map(({ kind, id }) => [kind, id]),
    )
    expect(await usual.psa.addNote(note)).toMatchObject({ outcome: 'written' })
    expect(await usual.psa.addTimeEntry(entry)).toMatchObject({ outcome: 'written' })
    expect(await written(usual)).toBe(2)
  })

  it('shows plain line ends where ConnectWise stores others, and keeps what is stored', async () => {
    const one = await start()
    await one.switches({ newlines: 'crlf' })
    await one.psa.addNote(note)
    const found = (await one.psa.texts(ticket)).find((text) => text.text === note.text)
    expect(found?.raw).toBe('First line.\r\nSecond line.')
  })

  it('reads back who really became the author', async () => {
    const { psa, switches } = await start()
    await switches({ authorFromMember: false })
    expect(await psa.addNote(note)).toMatchObject({ outcome: 'written', author: 'flowapi' })
    expect(await psa.addTimeEntry(entry)).toMatchObject({ outcome: 'written', author: expect.any(String) })
  })

  it.each(['unauthorized', 'not-authenticated', 'not-found'])(
    'never takes wrong keys for a missing ticket (%s)',
    async (badKeys) => {
      const { connection, deps, switches } = await start()
      await switches({ badKeys })
      const psa = connectWisePsa({ ...connection, privateKey: 'wrong' }, deps)
      await expect(psa.ticket(ticket)).rejects.toMatchObject({ name: 'PsaError' })
      await expect(psa.texts(ticket)).rejects.toMatchObject({ name: 'PsaError' })
      expect((await psa.addNote(note)).outcome).toBe('refused')
    },
  )

  it.each([401, 403])('says so where the clientId is missing (%i)', async (missingClientId) => {
    const { connection, deps, switches } = await start()
    await switches({ missingClientId })
    const psa = connectWisePsa({ ...connection, clientId: '' }, deps)
    await expect(psa.ticket(ticket)).rejects.toMatchObject({ name: 'PsaError' })
  })

  it('names the mistake where the UI host was given for the API', async () => {
    const { connection, deps, switches } = await start()
    await switches({ uiHosts: ['localhost'] })
    const psa = connectWisePsa({ ...connection, apiUrl: connection.uiUrl }, deps)
    await expect(psa.ticket(ticket)).rejects.toMatchObject({
      reason: 'invalid',
      message: expect.stringContaining('API host'),
    })
  })

  it('says so where the company is not known', async () => {
    const { connection, deps } = await start()
    const psa = connectWisePsa({ ...connection, company: 'nobody' }, deps)
    await expect(psa.ticket(ticket)).rejects.toMatchObject({
      reason: 'not_signed_in',
      message: expect.stringContaining('nobody'),
    })
    expect(await psa.addNote(note)).toMatchObject({ outcome: 'refused', reason: 'not_sent' })
  })

  it('finds each right that the security role lacks', async () => {
    const { psa, switches } = await start()
    for (const [denied, right] of [
      ['GET /service/tickets', 'Read tickets'],
      ['POST /service/tickets/*/notes', 'Write notes on tickets'],
      ['POST /time/entries', 'Write time entries'],
      ['GET /company/configurations', 'Read configurations'],
      ['GET /system/members', 'Read members'],
    ]) {
      await switches({ denied: [denied] })
      const lost = (await psa.checkRights()).filter((check) => !check.ok).map((check) => check.right)
      expect(lost).toContain(right)
    }
  })

  it('writes nothing while it tries the rights', async () => {
    const { psa, steer } = await start()
    await psa.checkRights()
    expect((await steer('GET', '/state')).writes).toEqual([])
  })
})

describe('the adapter where ConnectWise fails', () => {
  it('follows an upgrade, reading and writing', async () => {
    const one = await start()
    await one.psa.ticket(ticket)
    await one.switches({ codebase: 'v2025_2' })
    expect(await one.psa.addNote(note)).toMatchObject({ outcome: 'written' })
    await one.switches({ codebase: 'v2026_1' })
    expect(await one.psa.ticket(ticket)).not.toBeNull()
    expect(await written(one)).toBe(1)
  })

  it('reads again after one stray page, and knows that a write went nowhere', async () => {
    const one = await start()
    await one.fault('GET /**', { kind: 'stale-codebase' })
    expect(await one.psa.ticket(ticket)).not.toBeNull()
    await one.fault('POST /**', { kind: 'stale-codebase' })
    expect(await one.psa.addNote(note)).toMatchObject({ outcome: 'refused', reason: 'not_sent' })
    expect(await written(one)).toBe(0)
  })

  it.each([
    { kind: 'html', status: 502, commits: true },
    { kind: 'html', status: 200, commits: true },
    { kind: 'html', status: 404, commits: true },
    { kind: 'status', status: 500, commits: true },
    { kind: 'truncate' },
    { kind: 'reset-after' },
  ])('never calls a write refused that was carried out: %j', async (effect) => {
    const one = await start()
    for (const add of [() => one.psa.addNote(note), () => one.psa.addTimeEntry(entry)]) {
      await one.fault('POST /**', effect)
      expect(await add()).toMatchObject({ outcome: 'ambiguous' })
    }
    expect(await written(one)).toBe(2)
  })

  it('leaves a late write open until it is there', async () => {
    const one = await start()
    await one.fault('POST /**', { kind: 'late-commit', milliseconds: 60_000 })
    expect(await one.psa.addNote(note)).toMatchObject({ outcome: 'ambiguous' })
    expect(await written(one)).toBe(0)
    await one.steer('POST', '/settle')
    expect(await written(one)).toBe(1)
  })

  it.each([
    { kind: 'status', status: 500 },
    { kind: 'html', status: 200 },
    { kind: 'html', status: 502 },
    { kind: 'truncate' },
    { kind: 'reset-before' },
    { kind: 'too-many', seconds: 60 },
  ])('never gives a part for the whole: %j', async (effect) => {
    for (const match of ['GET /service/tickets/*/allNotes', 'GET /time/entries']) {
      const one = await start()
      const whole = await one.psa.texts(ticket)
      const { id } = await one.steer('POST', '/faults', { match, times: null, effect })
      await expect(one.psa.texts(ticket)).rejects.toMatchObject({ name: 'PsaError' })
      await one.steer('DELETE', `/faults/${id}`)
      expect(await one.psa.texts(ticket)).toEqual(whole)
      await one.close()
    }
  })

  it('reads every ticket while the sandbox misbehaves', async () => {
    const one = await start()
    await one.switches({ requestsPerMinute: 100_000 })
    await one.steer('POST', '/misbehave', { on: true })
    // Its waits are real time; what fails is what matters here.
    for (const fault of Object.values(await one.steer('GET', '/faults')))
      if (isLatency(fault)) await one.steer('DELETE', `/faults/${fault.id}`)
    for (const id of [26247, 26251, 26263, 26268, 26270]) {
      const of = { id, kind: 'service' as const }
      const [found, texts] = await Promise.all([one.psa.ticket(of), one.psa.texts(of)])
      expect([found?.id, texts.length > 0]).toEqual([id, true])
    }
  })

  it('waits a short while when asked to', async () => {
    const one = await start()
    await one.fault('GET /**', { kind: 'too-many', seconds: 2 })
    expect(await one.psa.ticket(ticket)).not.toBeNull()
    expect(one.slept).toEqual([2000])
  })

  it('reads every page of a very long ticket', async () => {
    const one = await start()
    await one.switches({ requestsPerMinute: 100_000 })
    const before = (await one.psa.texts(ticket)).length
    const results = await Promise.all(Array.from({ length: 1050 }, () => one.psa.addNote(note)))
    expect(results.every((result) => result.outcome === 'written')).toBe(true)
    expect(await one.psa.texts(ticket)).toHaveLength(before + 1050)
    await one.switches({ allNotes: false })
    expect(await one.psa.texts(ticket)).toHaveLength(before + 1050)
  }, 30_000)
})

function isLatency(fault: unknown): fault is { id: number } {
  return JSON.stringify(fault).includes('"latency"')
}
