import { describe, expect, it } from 'vitest'
import type { PsaContractWorld } from './psa.contract.ts'
import type { NewNote, NewTimeEntry } from './psa.ts'

/** The part of the contract that writes; `fresh` makes a world that is closed after the test. */
export function psaWriteContract(name: string, fresh: () => Promise<PsaContractWorld>): void {
  describe(`${name}: writing`, () => {
    const text = 'Rebuilt the mail profile.\n\n# not a heading “quoted” ünï\n\\back\\slash "x"'
    const noteOn = ({ ticket, member }: PsaContractWorld): NewNote => ({
      ticket,
      text,
      show: { discussion: false, internal: true, resolution: false },
      member: member.identifier,
      notify: false,
    })
    const timeOn = (one: PsaContractWorld): NewTimeEntry => ({
      ...noteOn(one),
      start: '2026-01-05T14:00:00.000Z',
      end: '2026-01-05T14:30:00.000Z',
      breakMinutes: 0,
      workType: null,
      workRole: null,
      agreement: null,
      billable: null,
    })
    const kinds = ['note', 'time'] as const
    const add = (kind: 'note' | 'time', one: PsaContractWorld) =>
      kind === 'note' ? one.psa.addNote(noteOn(one)) : one.psa.addTimeEntry(timeOn(one))
    const count = async (one: PsaContractWorld) =>
      (await one.psa.texts(one.ticket)).filter((found) => found.text === text).length

    it.each(kinds)('a %s stands on the ticket once, word for word, under its author', async (kind) => {
      const one = await fresh()
      const result = await add(kind, one)
      expect(result).toMatchObject({
        outcome: 'written',
        ticket: one.ticket.id,
        author: one.member.identifier,
      })
      const found = (await one.psa.texts(one.ticket)).filter((each) => each.text === text)
      expect(found).toHaveLength(1)
      expect(found[0]).toMatchObject({
        kind,
        id: result.outcome === 'written' ? result.id : 0,
        author: one.member.identifier,
        byContact: false,
        internal: true,
        discussion: false,
        resolution: false,
      })
    })

    it('a time entry is found again though no tab shows it', async () => {
      const one = await fresh()
      const show = { discussion: false, internal: false, resolution: false }
      expect(await one.psa.addTimeEntry({ ...timeOn(one), show })).toMatchObject({ outcome: 'written' })
      expect(await count(one)).toBe(1)
    })

    it.each(kinds)('the same %s twice stands there twice: nobody else takes care of that', async (kind) => {
      const one = await fresh()
      await add(kind, one)
      await add(kind, one)
      expect(await count(one)).toBe(2)
    })

    it.each(kinds)('a %s that was refused is not there', async (kind) => {
      const one = await fresh()
      for (const fault of ['not sent', 'rate limited', 'refused'] as const) {
        await one.failNext(fault)
        const reason = { 'not sent': 'not_sent', 'rate limited': 'rate_limited', refused: 'forbidden' }[fault]
        expect(await add(kind, one)).toMatchObject({ outcome: 'refused', reason })
      }
      expect(await count(one)).toBe(0)
      expect(await add(kind, one)).toMatchObject({ outcome: 'written' })
    })

    it.each(kinds)('a %s whose answer is lost may be there or not, and says so', async (kind) => {
      const one = await fresh()
      await one.failNext('reset before commit')
      expect(await add(kind, one)).toMatchObject({ outcome: 'ambiguous' })
      expect(await count(one)).toBe(0)
      await one.failNext('reset after commit')
      expect(await add(kind, one)).toMatchObject({ outcome: 'ambiguous' })
      expect(await count(one)).toBe(1)
    })

    it('begins no write after the time given for it', async () => {
      const one = await fresh()
      const late = { outcome: 'refused', reason: 'not_sent' }
      expect(await one.psa.addNote({ ...noteOn(one), until: 0 })).toMatchObject(late)
      expect(await one.psa.addTimeEntry({ ...timeOn(one), until: 0 })).toMatchObject(late)
      expect(await count(one)).toBe(0)
      const before = await one.psa.ticket(one.ticket)
      const change = { ticket: one.ticket, status: one.statuses.closing, notify: false }
      expect(await one.psa.setStatus({ ...change, until: 0 })).toMatchObject(late)
      expect((await one.psa.ticket(one.ticket))?.status.id).toBe(before?.status.id)
    })

    it('refuses what cannot stand there', async () => {
      const one = await fresh()
      const nowhere = { discussion: false, internal: false, resolution: false }
      const gone = { id: one.missing, kind: 'service' as const }
      const invalid = { outcome: 'refused', reason: 'invalid' }
      expect(await one.psa.addNote({ ...noteOn(one), show: nowhere })).toMatchObject(invalid)
      expect(await one.psa.addNote({ ...noteOn(one), member: one.inactiveMember })).toMatchObject(invalid)
      expect(await one.psa.addNote({ ...noteOn(one), ticket: gone })).toMatchObject({
        outcome: 'refused',
        reason: 'not_found',
      })
      expect(await one.psa.addTimeEntry({ ...timeOn(one), end: '2026-01-05T13:00:00Z' })).toMatchObject(
        invalid,
      )
      expect((await one.psa.addTimeEntry({ ...timeOn(one), ticket: gone })).outcome).toBe('refused')
      expect(await count(one)).toBe(0)
    })

    it('moves the ticket to another status, and back', async () => {
      const one = await fresh()
      const before = await one.psa.ticket(one.ticket)
      for (const status of [one.statuses.closing, one.statuses.other]) {
        const change = { ticket: one.ticket, status, notify: false }
        expect(await one.psa.setStatus(change)).toMatchObject({ outcome: 'written', ticket: one.ticket.id })
        const after = await one.psa.ticket(one.ticket)
        expect(after?.status.id).toBe(status)
        expect(after?.closed).toBe(status === one.statuses.closing)
      }
      expect(before?.status.id).not.toBe(one.statuses.other)
    })

    it('takes no status of another board', async () => {
      const one = await fresh()
      const before = await one.psa.ticket(one.ticket)
      const result = await one.psa.setStatus({
        ticket: one.ticket,
        status: one.statuses.foreign,
        notify: false,
      })
      expect(result).toMatchObject({ outcome: 'refused', reason: 'invalid', field: 'status/id' })
      expect((await one.psa.ticket(one.ticket))?.status.id).toBe(before?.status.id)
    })

    it('takes no time while the status forbids it', async () => {
      const one = await fresh()
      await one.psa.setStatus({ ticket: one.ticket, status: one.statuses.noTime, notify: false })
      expect(await one.psa.addTimeEntry(timeOn(one))).toMatchObject({ outcome: 'refused', reason: 'invalid' })
      expect(await one.psa.addNote(noteOn(one))).toMatchObject({ outcome: 'written' })
      expect(await count(one)).toBe(1)
    })
  })
}
