import { describe, expect, it } from 'vitest'
import { noteSchema } from './api-types.ts'
import { removalOutcome, writeOutcome } from './write-outcome.ts'

const expected = {
  ticket: 69,
  schema: noteSchema,
  read: (note: { id: number; ticketId: number | null }) => ({
    id: note.id,
    ticket: note.ticketId,
    author: 'tech1',
    at: null,
  }),
}

function answered(status: number, body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const answer = { status, headers, body: text }
  return writeOutcome({ kind: 'answered', answer, at: Date.parse('2026-01-02T03:04:05Z') }, expected)
}

const error = (code: string, message: string, errors: unknown = null) => ({ code, message, errors })

describe('writeOutcome', () => {
  it('calls a note written that names itself and its ticket', () => {
    expect(answered(201, { id: 5, ticketId: 69, text: 'x', more: true })).toEqual({
      outcome: 'written',
      id: 5,
      ticket: 69,
      author: 'tech1',
      at: null,
    })
  })

  it.each([
    [
      'a note without any tab',
      400,
      error('InvalidObject', 'serviceNote object is invalid', [
        {
          code: 'InvalidField',
          message: 'Please choose where to display the notes in order to save this record.',
        },
      ]),
      {
        reason: 'invalid',
        message: 'Please choose where to display the notes in order to save this record.',
      },
    ],
    [
      'a missing field',
      400,
      error('InvalidObject', 'contact object is invalid', [
        {
          code: 'MissingRequiredField',
          message: 'The firstName field is required.',
          resource: 'contact',
          field: 'firstName',
        },
      ]),
      { reason: 'invalid', field: 'firstName', message: 'The firstName field is required.' },
    ],
    [
      'a status of another board',
      400,
      error('InvalidObject', 'ticket object is invalid', [
        {
          code: 'NotFound',
          message: 'Service Status 17 not found for Service Board 21',
          resource: 'ticket',
          field: 'status/id',
        },
      ]),
      { reason: 'invalid', field: 'status/id', message: 'Service Status 17 not found for Service Board 21' },
    ],
    [
      'a text too long',
      400,
      error('InvalidObject', 'ticket object is invalid', [
        {
          code: 'MaxLengthField',
          message: 'The field summary must be a string with a maximum length of 100.',
          resource: 'ticket',
          field: 'summary',
        },
      ]),
      { reason: 'invalid', field: 'summary' },
    ],
    [
      'a value out of range',
      400,
      error('InvalidObject', 'company object is invalid', [
        {
          code: 'OutOfRange',
          message: 'The field yearEstablished must be between 1900 and 9999.',
          field: 'yearEstablished',
        },
      ]),
      { reason: 'invalid', field: 'yearEstablished' },
    ],
    [
      'a work role that does not fit',
      400,
      error('InvalidObject', 'The default Work Role is not valid for the selected location', []),
      { reason: 'invalid', message: 'The default Work Role is not valid for the selected location' },
    ],
    [
      'a name it does not know',
      400,
      error('ApiFindCondition', 'invoiceDate is not a recognized name.'),
      { reason: 'invalid' },
    ],
    [
      'keys it does not know',
      401,
      error('Unauthorized', 'Incorrect public/private key'),
      { reason: 'not_signed_in' },
    ],
    [
      'keys it does not know, in the other words',
      401,
      error('ConnectWiseApi', 'UserNotAuthenticated'),
      { reason: 'not_signed_in' },
    ],
    [
      'a missing right',
      403,
      error('Security', 'You do not have security permission to perform this action.'),
      { reason: 'forbidden', message: 'You do not have security permission to perform this action.' },
    ],
    ['a ticket that is gone', 404, error('NotFound', 'Ticket 57919 not found'), { reason: 'not_found' }],
    [
      'a path it lacks',
      404,
      error('ConnectWiseApi', 'The endpoint does not exist.'),
      { reason: 'not_found' },
    ],
    ['a conflict', 409, error('Conflict', 'Somebody else saved it.'), { reason: 'conflict' }],
    ['a text beyond the limit', 413, error('ConnectWiseApi', 'Too large.'), { reason: 'invalid' }],
    ['an object it cannot use', 422, error('InvalidObject', 'No.'), { reason: 'invalid' }],
  ])('is sure that %s was not written', (_, status, body, refusal) => {
    expect(answered(status, body)).toMatchObject({ outcome: 'refused', ...refusal })
  })

  it('takes the odd 429 for a refusal, with the seconds to wait', () => {
    const body = { error: 'ConnectWiseAPI', message: 'Too many requests. Please try again in 30 seconds.' }
    expect(answered(429, body, { 'retry-after': '30' })).toEqual({
      outcome: 'refused',
      reason: 'rate_limited',
      message: body.message,
      retryAfterSeconds: 30,
    })
    expect(answered(429, body, { 'retry-after': 'Fri, 02 Jan 2026 03:05:05 GMT' })).toMatchObject({
      retryAfterSeconds: 60,
    })
    expect(answered(429, body)).not.toHaveProperty('retryAfterSeconds')
  })

  it.each([
    ['a failure of ConnectWise', 500, error('ConnectWiseApi', 'An error occurred.')],
    ['a gateway', 502, '<html>Bad gateway</html>'],
    ['a gateway that timed out', 504, ''],
    ['a page instead of a refusal', 400, '<html>Bad request</html>'],
    ['a page instead of "not found"', 404, '<!DOCTYPE html><title>404</title>'],
    ['an empty refusal', 403, ''],
    ['a refusal that is not ConnectWise’s', 400, { detail: 'no' }],
    ['a refusal that is only a text', 400, '"no"'],
    ['a 429 of somebody in between', 429, '<html>Cloudflare</html>'],
    ['another address', 302, ''],
    ['a media type refused', 415, error('ConnectWiseApi', 'Unsupported media type.')],
    ['a time-out in its own words', 408, error('ConnectWiseApi', 'Timed out.')],
    ['success with a page', 200, '<html>Sign in</html>'],
    ['success with a cut-off body', 201, '{"id":5,"ticketId":69,"te'],
    ['success without a body', 201, ''],
    ['success without an id', 201, { ticketId: 69 }],
    ['success with an id that is none', 201, { id: 'five', ticketId: 69 }],
    ['success on no ticket', 201, { id: 5 }],
    ['success on another ticket', 201, { id: 5, ticketId: 70 }],
    ['success with null', 201, null],
  ])('leaves it open after %s', (_, status, body) => {
    expect(answered(status, body).outcome).toBe('ambiguous')
  })

  it('tells what left from what did not', () => {
    expect(writeOutcome({ kind: 'not_sent', message: 'm' }, expected)).toEqual({
      outcome: 'refused',
      reason: 'not_sent',
      message: 'm',
    })
    expect(writeOutcome({ kind: 'lost', message: 'm' }, expected)).toEqual({
      outcome: 'ambiguous',
      message: 'm',
    })
  })

  it('cuts an endless message', () => {
    const result = answered(400, error('InvalidObject', 'x'.repeat(5000)))
    expect(result.outcome === 'refused' && result.message.length).toBe(300)
  })
})

describe('a removal', () => {
  const answered = (status: number, body = '') =>
    removalOutcome({ kind: 'answered', answer: { status, headers: {}, body }, at: 0 })

  it('is done only where ConnectWise answers without content', () => {
    expect(answered(204)).toEqual({ outcome: 'removed' })
    expect(answered(200, '<!doctype html>').outcome).toBe('ambiguous')
    expect(answered(502, '<!doctype html>').outcome).toBe('ambiguous')
    expect(answered(404, '<!doctype html>').outcome).toBe('ambiguous')
    const stale = '<!DOCTYPE html><html><h2>404 - File or directory not found.</h2></html>'
    expect(answered(404, stale)).toMatchObject({ outcome: 'refused', reason: 'not_sent' })
    expect(answered(502, stale).outcome).toBe('ambiguous')
  })

  it('is certainly not done where ConnectWise says so itself', () => {
    const body = JSON.stringify({ code: 'NotFound', message: 'ServiceNote 5 not found' })
    expect(answered(404, body)).toMatchObject({ outcome: 'refused', reason: 'not_found' })
    expect(answered(403, body)).toMatchObject({ outcome: 'refused', reason: 'forbidden' })
  })
})
