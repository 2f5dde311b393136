import { describe, expect, it } from 'vitest'
import { psaContract } from '../../ports/psa.contract.ts'
import { memoryPsa } from './memory-psa.ts'
import { smallPsaWorld } from './memory-psa-world.ts'

function start() {
  let now = Date.parse('2026-01-06T09:00:00Z')
  return memoryPsa(smallPsaWorld(), { now: () => (now += 1000) })
}

psaContract('memory', async () => {
  const psa = start()
  return {
    psa,
    ticket: { id: 101, kind: 'service' },
    sibling: { id: 102, kind: 'service' },
    missing: 999,
    member: { identifier: 'tech1', email: 'tech1@msp.example', hash: 'hash-of-tech1' },
    inactiveMember: 'left',
    statuses: { other: 12, closing: 14, noTime: 13, foreign: 21 },
    failNext: async (fault) => psa.failNext(fault),
    mend: async () => {},
    close: async () => {},
  }
})

const note = {
  ticket: { id: 101, kind: 'service' as const },
  text: 'late',
  show: { discussion: false, internal: true, resolution: false },
  member: 'tech1',
  notify: false,
}

describe('memoryPsa', () => {
  it('carries out a late write when told to, once', async () => {
    const psa = start()
    psa.failNext('late commit', 2)
    expect(await psa.addNote(note)).toMatchObject({ outcome: 'ambiguous' })
    expect(await psa.addNote(note)).toMatchObject({ outcome: 'ambiguous' })
    const late = async () => (await psa.texts(note.ticket)).filter((text) => text.text === 'late').length
    expect(await late()).toBe(0)
    expect(psa.commitLate()).toBe(2)
    expect(psa.commitLate()).toBe(0)
    expect(await late()).toBe(2)
  })

  it('meets faults in the order given, reads and writes apart', async () => {
    const psa = start()
    psa.failNext('refused')
    psa.failNext('rate limited')
    psa.failNext('read forbidden')
    expect(await psa.addNote(note)).toMatchObject({ reason: 'forbidden' })
    await expect(psa.ticket(note.ticket)).rejects.toMatchObject({ reason: 'forbidden' })
    expect(await psa.addNote(note)).toMatchObject({ reason: 'rate_limited', retryAfterSeconds: 30 })
    expect(await psa.ticket(note.ticket)).toMatchObject({ id: 101 })
  })

  it('hands out copies: what a caller changes changes nothing here', async () => {
    const psa = start()
    const ticket = await psa.ticket(note.ticket)
    if (ticket !== null) ticket.summary = 'changed'
    expect((await psa.ticket(note.ticket))?.summary).not.toBe('changed')
  })
})
