import { waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import type { SessionEvent } from '#shared/session/event.ts'
import { eventId } from '#shared/session/testing/script.ts'
import { type Mounted, mounted } from './testing/mounted.ts'

const day = 24 * 60 * 60_000

let panel: Mounted
afterEach(() => panel.stop())

const click = async (label: string) => {
  await panel.see(label)
  const all = [...panel.element.querySelectorAll('button')]
  all.find((one) => one.textContent?.startsWith(label))?.click()
}

/** A session with twelve minutes of some days ago, and an answer of now; its note is shown as a time entry. */
async function onTwoDays(): Promise<void> {
  panel = mounted()
  await panel.see('What fits this ticket')
  await panel.see('All flows')
  panel.press('Enter')
  await panel.see('Does Maria Lind get into webmail?')
  const [session] = [...panel.host.api.sessions.values()]
  if (!session) throw new Error('No session.')
  // At noon, far from everybody's midnight.
  const early = (Math.floor(Date.now() / day) - 3) * day + day / 2
  const events = [0, 4, 8, 12].map(
    (minute): SessionEvent => ({
      id: eventId(minute + 1),
      v: 1,
      at: new Date(early + minute * 60_000).toISOString(),
      by: session.header.startedBy,
      type: 'acted',
      text: `Called at ${minute}`,
    }),
  )
  panel.host.api.append(session.header.id, events)
  panel.press('1')
  await panel.see('Read the token state')
  panel.press('Escape')
  panel.press('w')
  await panel.see('What will be posted')
  panel.press('m')
}

describe('a session over several days', () => {
  it('tells which day stays open, enters it when asked, and offers the other one afterwards', async () => {
    await onTwoDays()
    await panel.see(/: 12 min stay open after this\./)
    await click('Enter this day')
    await panel.see(/12 min from \w+/)
    panel.press('Enter')
    await waitFor(() => expect(panel.host.api.posts.size).toBe(1))
    const posted = [...panel.host.api.sessions.values()].flatMap(({ log }) =>
      log.flatMap(({ event }) => (event.type === 'posted' ? [event] : [])),
    )
    const minutes = (posted[0]?.time ?? []).map(
      ({ from, to }) => (Date.parse(to) - Date.parse(from)) / 60_000,
    )
    expect(minutes.reduce((sum, one) => sum + one, 0)).toBe(12)
    panel.press('w')
    await waitFor(() => expect(panel.text()).not.toContain('stay open after this'))
  })
})
