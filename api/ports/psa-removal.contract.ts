import { describe, expect, it } from 'vitest'
import type { PsaContractWorld } from './psa.contract.ts'
import type { TextId } from './psa.ts'

/** The part of the contract that removes a text; `fresh` makes a world that is closed after the test. */
export function psaRemovalContract(name: string, fresh: () => Promise<PsaContractWorld>): void {
  describe(`${name}: removing`, () => {
    const kinds = ['note', 'time'] as const
    const text = 'Rebuilt the mail profile.'

    async function add({ psa, ticket, member }: PsaContractWorld, kind: 'note' | 'time'): Promise<TextId> {
      const show = { discussion: false, internal: true, resolution: false }
      const common = { ticket, text, show, member: member.identifier, notify: false }
      const when = { start: '2026-01-05T14:00:00.000Z', end: '2026-01-05T14:30:00.000Z', breakMinutes: 0 }
      const choices = { workType: null, workRole: null, agreement: null, billable: null }
      const result =
        kind === 'note'
          ? await psa.addNote(common)
          : await psa.addTimeEntry({ ...common, ...when, ...choices })
      if (result.outcome !== 'written') throw new Error(`not written: ${result.message}`)
      return { ticket, kind, id: result.id }
    }
    const left = async ({ psa, ticket }: PsaContractWorld) =>
      (await psa.texts(ticket)).filter((found) => found.text === text).map(({ id }) => id)

    it.each(kinds)('one %s goes, and its twin stays', async (kind) => {
      const one = await fresh()
      const [older, newer] = [await add(one, kind), await add(one, kind)]
      expect(await one.psa.removeText(newer)).toEqual({ outcome: 'removed' })
      expect(await left(one)).toEqual([older.id])
      expect(await one.psa.text(newer)).toBeNull()
      expect(await one.psa.text(older)).toMatchObject({ id: older.id, kind, text, internal: true })
    })

    it.each(kinds)('a %s that is gone is no more removed, and nothing else either', async (kind) => {
      const one = await fresh()
      const [older, newer] = [await add(one, kind), await add(one, kind)]
      await one.psa.removeText(newer)
      expect(await one.psa.removeText(newer)).toMatchObject({ outcome: 'refused', reason: 'not_found' })
      expect(await left(one)).toEqual([older.id])
    })

    it.each(kinds)('a %s stands on its own ticket only', async (kind) => {
      const one = await fresh()
      const own = await add(one, kind)
      expect(await one.psa.text({ ...own, ticket: one.sibling })).toBeNull()
      expect(await one.psa.text({ ...own, id: one.missing })).toBeNull()
    })

    it.each(kinds)('a %s whose removal was refused is still there', async (kind) => {
      const one = await fresh()
      const own = await add(one, kind)
      for (const fault of ['not sent', 'rate limited', 'refused'] as const) {
        await one.failNext(fault, 'removal')
        const reason = { 'not sent': 'not_sent', 'rate limited': 'rate_limited', refused: 'forbidden' }[fault]
        expect(await one.psa.removeText(own)).toMatchObject({ outcome: 'refused', reason })
      }
      expect(await one.psa.removeText({ ...own, until: 0 })).toMatchObject({ reason: 'not_sent' })
      expect(await left(one)).toEqual([own.id])
    })

    it.each(kinds)('a %s whose removal got no answer may be gone or not, and says so', async (kind) => {
      const one = await fresh()
      const own = await add(one, kind)
      await one.failNext('reset before commit', 'removal')
      expect(await one.psa.removeText(own)).toMatchObject({ outcome: 'ambiguous' })
      expect(await left(one)).toEqual([own.id])
      await one.failNext('reset after commit', 'removal')
      expect(await one.psa.removeText(own)).toMatchObject({ outcome: 'ambiguous' })
      expect(await left(one)).toEqual([])
    })

    it('a text that cannot be read is not called gone', async () => {
      const one = await fresh()
      const own = await add(one, 'note')
      await one.failNext('read unavailable')
      await expect(one.psa.text(own)).rejects.toMatchObject({ reason: 'unavailable' })
    })
  })
}
