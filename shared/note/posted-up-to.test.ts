import { describe, expect, it } from 'vitest'
import { postedUpTo } from './posted-up-to.ts'
import { eventId, type Happening, play } from './testing/scripted-session.ts'

const told: Happening = { minute: 1, type: 'acted', text: 'Printed a test page', client: true }
const ours: Happening = { minute: 2, type: 'acted', text: 'Reset the vault entry' }
const post = (n: number, upTo: number, audience: 'internal' | 'resolution'): Happening => ({
  ...{ minute: 3, type: 'posted', post: eventId(n), upTo, audience },
})

/** How many events a list of sessions counts as not in the ticket. */
function counted(...script: Happening[]): number {
  const session = play(null, script)
  const from = postedUpTo(session, null)
  return session.acts.filter(
    ({ seq, event }) => seq > from && event.type !== 'posted' && event.type !== 'post_withdrawn',
  ).length
}

describe('what a list of sessions counts as not in the ticket', () => {
  it('is what happened after the last post', () => {
    expect(counted(told, ours)).toBe(2)
    expect(counted(told, ours, post(90, 2, 'internal'))).toBe(0)
    expect(counted(told, post(90, 1, 'internal'), ours)).toBe(1)
  })

  it('is each line that a text for the client left out as well', () => {
    expect(counted(ours, told, told, post(90, 3, 'resolution'))).toBe(1)
    expect(counted(ours, told, post(90, 2, 'resolution'), post(91, 3, 'internal'))).toBe(0)
    expect(counted(ours, told, post(90, 2, 'resolution'), told)).toBe(2)
  })

  it('is what a withdrawn post told, though another one followed it', () => {
    const withdrawn: Happening = { minute: 4, type: 'post_withdrawn', post: eventId(90) }
    expect(counted(told, post(90, 1, 'internal'), ours, post(91, 3, 'internal'), withdrawn)).toBe(1)
  })
})
