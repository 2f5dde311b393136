import { describe, expect, it } from 'vitest'
import { isUnknownPath } from './error-body.ts'
import { isMissing, readError } from './read-error.ts'

const now = Date.parse('2026-01-02T03:04:05Z')
const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => ({
  status,
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

describe('readError', () => {
  it.each([
    [400, { code: 'ApiFindCondition', message: 'invoiceDate is not a recognized name.' }, 'invalid'],
    [400, { code: 'ApiFindCondition', message: 'Enum value supplied was invalid', errors: null }, 'invalid'],
    [401, { code: 'Unauthorized', message: 'no' }, 'not_signed_in'],
    [401, { code: 'ConnectWiseApi', message: 'UserNotAuthenticated' }, 'not_signed_in'],
    [401, '', 'not_signed_in'],
    [
      403,
      { code: 'Security', message: 'You do not have security permission to perform this action.' },
      'forbidden',
    ],
    [403, '<html></html>', 'forbidden'],
    [404, { code: 'NotFound', message: 'Contact 57919 not found' }, 'invalid'],
    [404, '<html></html>', 'unavailable'],
    [301, '', 'invalid'],
    [429, { error: 'ConnectWiseAPI', message: 'Too many requests.' }, 'rate_limited'],
    [429, '<html>Cloudflare</html>', 'rate_limited'],
    [500, { code: 'X', message: 'An error occurred' }, 'unavailable'],
    [502, '<html></html>', 'unavailable'],
    [418, '', 'invalid'],
  ])('tells %i %j as %s', (status, body, reason) => {
    const error = readError(answer(status, body), now)
    expect(error).toMatchObject({ status, reason })
    expect(error.message).not.toMatch(/[<{]/)
  })

  it('passes on what ConnectWise says and when to come back', () => {
    const error = readError(
      answer(429, { error: 'ConnectWiseAPI', message: 'Too many requests.' }, { 'retry-after': '7' }),
      now,
    )
    expect(error.message).toContain('Too many requests.')
    expect(error.retryAfterSeconds).toBe(7)
  })

  it('names the wrong host for what it is', () => {
    const body = { code: 'Security', message: 'SSL is required.', errors: null }
    expect(readError(answer(403, body), now)).toMatchObject({ reason: 'invalid' })
    expect(readError(answer(403, body), now).message).toContain('API host')
  })
})

describe('isUnknownPath', () => {
  it.each([
    [404, '<!DOCTYPE html><html>IIS</html>', {}, true],
    [404, 'gone', { 'content-type': 'text/html; charset=utf-8' }, true],
    [404, { code: 'ConnectWiseApi', message: 'The endpoint does not exist.' }, {}, true],
    [404, { code: 'NotFound', message: 'Ticket 5 not found' }, {}, false],
    [404, '', {}, false],
    [500, '<html></html>', {}, false],
    [200, '<html></html>', {}, false],
  ])('reads %i %j', (status, body, headers, unknown) => {
    expect(isUnknownPath(answer(status, body, headers))).toBe(unknown)
  })
})

describe('isMissing', () => {
  it.each([
    [404, { code: 'NotFound', message: 'Ticket 5 not found' }, true],
    [404, { code: 'NotFound', message: 'Ticket 57 not found' }, false],
    [404, { code: 'NotFound', message: 'Not found' }, false],
    [404, '<html>5</html>', false],
    [400, { code: 'NotFound', message: 'Ticket 5 not found' }, false],
  ])('believes %i %j: %s', (status, body, missing) => {
    expect(isMissing(readError(answer(status, body), now), 5)).toBe(missing)
  })
})
