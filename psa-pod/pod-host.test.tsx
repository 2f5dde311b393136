import { describe, expect, it } from 'vitest'
import { tickets } from '#shared/panel/tickets.ts'
import { memberIn } from './bridge/member-authentication.ts'
import { addressOf, ticketAt } from './pages/page-host.ts'
import { ticketOn } from './pod-host.ts'
import { bearer } from './sign-in/bearer.ts'

describe('which ticket a host shows', () => {
  it('reads service and project tickets from ConnectWise’s screen names, and nothing from other screens', () => {
    expect(ticketOn({ screen: 'ticket', id: 5 })).toEqual({ id: 5, kind: 'service' })
    expect(ticketOn({ screen: 'projectticket', id: 5 })).toEqual({ id: 5, kind: 'project' })
    expect(ticketOn({ screen: 'company', id: 5 })).toBeNull()
    expect(ticketOn({ screen: 'ticket', id: 5 }, true)).toEqual({ id: 5, kind: 'project' })
  })

  it('reads it from a page’s address and writes it back', () => {
    expect(ticketAt({ pathname: '/t/1001', search: '' })).toEqual({ id: 1001, kind: 'service' })
    expect(ticketAt({ pathname: '/t/1001', search: '?kind=project' })).toEqual({ id: 1001, kind: 'project' })
    expect(addressOf({ id: 1001, kind: 'project' })).toBe('/t/1001?kind=project')
    for (const pathname of ['/t/', '/t/abc', '/t/0', '/t/1/2', '/x/1'])
      expect(ticketAt({ pathname, search: '' })).toBeNull()
  })

  it('tells of a change once, and not of a refresh', () => {
    const shown = tickets({ id: 1, kind: 'service' })
    let heard = 0
    shown.listen(() => {
      heard += 1
    })
    shown.turnTo({ id: 1, kind: 'service' })
    shown.turnTo({ id: 2, kind: 'service' })
    expect(heard).toBe(1)
    expect(shown.current()?.id).toBe(2)
  })
})

describe('member authentication', () => {
  it('passes on the member and their proof, never site or company', () => {
    const data = {
      memberid: 'mrivera',
      memberHash: 'h',
      memberContext: 'c',
      site: 'https://evil.example',
      companyid: 'x',
    }
    expect(memberIn(data)).toEqual({ memberId: 'mrivera', memberHash: 'h', memberContext: 'c' })
  })

  it.each([
    null,
    'text',
    {},
    { memberid: 'a' },
    { memberid: 1, memberHash: 'h' },
    { memberid: '', memberHash: 'h' },
  ])('is none where the proof is missing: %j', (data) => {
    expect(memberIn(data)).toBeNull()
  })
})

describe('the bearer token', () => {
  it('is not used any more shortly before it expires', () => {
    let now = 0
    const token = bearer(() => now)
    expect(token.current()).toBeNull()
    const me = {
      member: {
        id: 'm',
        name: 'M',
        role: 'engineer',
        lead: false,
        psaIdentifier: null,
        timeZone: 'UTC',
        companies: null,
      },
    } as const
    const team = {
      id: 't',
      name: 'T',
      timeZone: 'UTC',
      redactionTerms: [],
      noteSizeLimit: 1,
      roundMinutesTo: 0,
      beforeSave: false,
    }
    token.take({ token: 'abc', expiresIn: 300, me: { ...me, team, now: 0 } })
    expect(token.current()).toBe('abc')
    now = 271_000
    expect(token.current()).toBeNull()
  })
})
