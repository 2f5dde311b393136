import { describe, expect, it } from 'vitest'
import { inTurn } from './in-turn.ts'

describe('what runs in turn', () => {
  it('never runs twice at once, and runs as often as it was called', async () => {
    const seen: string[] = []
    const run = inTurn(async () => {
      seen.push('begins')
      await Promise.resolve()
      seen.push('ends')
    })
    await Promise.all([run(), run(), run()])
    expect(seen).toEqual(['begins', 'ends', 'begins', 'ends', 'begins', 'ends'])
  })

  it('goes on after a run that failed, and says that it did', async () => {
    let runs = 0
    const run = inTurn(async () => {
      runs += 1
      if (runs === 1) throw new Error('refused')
    })
    const [first, second] = await Promise.allSettled([run(), run()])
    expect([first.status, second.status]).toEqual(['rejected', 'fulfilled'])
  })
})
