import { describe, expect, it } from 'vitest'
import { composePost, isWorthPosting, type PostTextOptions } from './post-text.ts'
import { at, printer } from './testing/printer-flow.ts'
import { eventId, type Happening, member, members, minute, play } from './testing/scripted-session.ts'
import { notInTicket } from './told-before.ts'

const told: Happening = { minute: 1, type: 'acted', text: 'Printed a test page', client: true }
const ours: Happening = { minute: 2, type: 'acted', text: 'Reset the vault entry' }
const post = (
  upTo: number,
  audience?: PostTextOptions['audience'],
  more: { post?: string; whole?: true } = {},
): Happening => ({
  ...{ minute: 3, type: 'posted', post: eventId(900 + upTo), upTo },
  ...(audience && { audience }),
  ...more,
})
const withdrawn = (upTo: number): Happening => ({
  ...{ minute: 4, type: 'post_withdrawn', post: eventId(900 + upTo) },
})
const options: PostTextOptions = {
  audience: 'internal',
  scope: 'since_last_post',
  poster: member('mara'),
  members,
  timeZone: 'Europe/Berlin',
  time: null,
  limit: 4_000,
  terms: ['vault entry'],
}
const postOf = (
  script: Happening[],
  more: Partial<PostTextOptions> = {},
  flow: typeof printer | null = null,
) => composePost(play(flow, script), flow, { ...options, ...more })
const textOf = (...of: Parameters<typeof postOf>) => postOf(...of).text
/** The lines' words; whose they are depends on who posts them. */
const missing = (script: Happening[]) =>
  notInTicket(play(null, script), null, []).map(({ text }) => text.replace(' (another technician)', ''))

describe('an internal note after a text for the client', () => {
  it('holds what the client’s text could not carry, and what is new, and nothing twice', () => {
    const script = [told, ours, post(2, 'resolution')]
    expect(textOf(script)).toBe('15:02 Reset the vault entry.')
    const later: Happening = { minute: 5, type: 'acted', text: 'Called back', client: true }
    expect(textOf([...script, later])).toBe('15:02 Reset the vault entry. 15:05 Called back.')
  })

  it('tells anew what stood there with a value replaced or without its output', () => {
    const values: Happening = { minute: 1, type: 'acted', text: 'Pinged 10.4.8.21', client: true }
    expect(textOf([values, post(1, 'discussion')])).toContain('10.4.8.21')
    const seen = { ...ours, client: true }
    expect(textOf([seen, post(1, 'discussion')])).toContain('vault entry')
    const pasted: Happening[] = [
      { minute: 1, type: 'evidence', title: 'Spooler log', text: 'code 87', source: 'pasted' },
      { minute: 2, type: 'line_shown', line: `act:${eventId(1)}`, client: true },
    ]
    expect(textOf([...pasted, post(2, 'discussion')])).toContain('code 87')
  })

  it('is about nothing new where the client’s text carried everything', () => {
    const found = postOf([told, post(1, 'discussion')])
    expect(found.text).toBe('Nothing was done since the last post.')
    expect(isWorthPosting(found, false)).toBe(false)
  })

  it('does not begin with the step to come, or with a cause that is not known', () => {
    const ended: Happening = {
      minute: 2,
      type: 'concluded',
      outcome: 'resolved',
      words: 'Toner',
      client: true,
    }
    expect(textOf([told, ended, post(2, 'resolution')])).toBe('Nothing was done since the last post.')
    const walked: Happening[] = [{ minute: 0, type: 'answered', step: at('who'), choice: 'one' }]
    expect(textOf([...walked, post(1, 'discussion')], {}, printer)).toMatch(/^Nothing was done/)
  })

  it('has the minutes that are still open with it, and alone only as a time entry', () => {
    const time = { start: minute(0), end: minute(9), minutes: 9 }
    const script = [told, ours, post(2, 'discussion')]
    expect(textOf(script, { time })).toContain('9 min')
    const alone = postOf([told, post(1, 'discussion')], { time })
    expect([isWorthPosting(alone, false), isWorthPosting(alone, true)]).toEqual([false, true])
  })

  it('marks what corrects a line that the client’s text told', () => {
    const script: Happening[] = [
      { minute: 0, type: 'answered', step: at('who'), choice: 'one' },
      post(1, 'discussion'),
      { minute: 4, type: 'changed_answer', supersedes: eventId(1), choice: 'all' },
    ]
    expect(textOf(script, {}, printer)).toContain('Affected: Everyone (corrected)')
  })
})

describe('a text for the client', () => {
  it('begins after the last text for the client, whatever the team has read since', () => {
    const script = [told, ours, post(2, 'internal')]
    expect(textOf(script, { audience: 'resolution' })).toBe('15:01 Printed a test page.')
    const more: Happening[] = [post(2, 'discussion'), { ...told, minute: 6, text: 'Called back' }]
    expect(textOf([...script, ...more], { audience: 'resolution' })).toBe('15:06 Called back.')
  })

  it('carries a line that the client may read only since the last one', () => {
    const shown: Happening = { minute: 5, type: 'line_shown', line: `act:${eventId(2)}`, client: true }
    const script = [told, ours, post(2, 'discussion'), shown]
    expect(textOf(script, { audience: 'discussion', terms: [] })).toBe('15:02 Reset the vault entry.')
  })

  it('does not ask again about lines that were kept from the client', () => {
    const { note } = postOf([told, ours, post(2, 'discussion')], { audience: 'discussion' })
    expect(note.sections).toEqual([])
  })
})

describe('a post', () => {
  it('that does not say who reads it was for the team, and covers all before it', () => {
    const script = [told, ours, post(2)]
    expect(textOf(script)).toMatch(/^Nothing was done/)
    expect(textOf(script, { audience: 'discussion' })).toBe('15:01 Printed a test page.')
    expect(missing(script)).toEqual([])
  })

  it('that was withdrawn told nothing, though another one followed it', () => {
    const script = [told, post(1, 'discussion'), ours, post(3, 'internal'), withdrawn(1)]
    expect(missing(script)).toEqual(['Printed a test page'])
    expect(textOf(script)).toBe('15:01 Printed a test page.')
  })

  it('of the whole session told what an earlier, withdrawn one did', () => {
    const script = [told, post(1, 'internal'), ours, post(3, 'internal', { whole: true }), withdrawn(1)]
    expect(missing(script)).toEqual([])
  })

  it('did not tell a line that was put back after it', () => {
    const line = `act:${eventId(1)}`
    const script: Happening[] = [
      ...[told, ours],
      { minute: 2, type: 'line_removed', line, reason: 'Not ours' },
      post(3, 'internal'),
    ]
    expect(missing(script)).toEqual([])
    expect(missing([...script, { minute: 6, type: 'line_restored', line }])).toEqual(['Printed a test page'])
  })
})

describe('what is not in the ticket', () => {
  it('is everything before the first post, and the internal lines after one for the client', () => {
    expect(missing([told, ours])).toHaveLength(2)
    expect(missing([told, ours, post(2, 'resolution')])).toEqual(['Reset the vault entry'])
    expect(missing([told, ours, post(2, 'resolution'), post(2, 'internal', { post: eventId(950) })])).toEqual(
      [],
    )
  })
})
