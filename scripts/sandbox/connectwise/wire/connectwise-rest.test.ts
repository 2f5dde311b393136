import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type ServedSandbox, serveSandbox } from '../serve-sandbox.ts'
import { at, column } from '../testing/desk-client.ts'
import { testCertificate, testCertificatePath } from '../tls/test-certificate.ts'
import type { Json } from '../world/row.ts'

let served: ServedSandbox
let got: Record<string, Json>

beforeAll(async () => {
  served = await serveSandbox({ port: 0, tls: testCertificate() })
  const script = fileURLToPath(new URL('./drive-client.ts', import.meta.url))
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: testCertificatePath }
  const { stdout } = await promisify(execFile)(process.execPath, [script, new URL(served.url).host], { env })
  got = z.record(z.string(), z.json()).parse(JSON.parse(stdout))
}, 60_000)
afterAll(() => served.close())

describe('the client connectwise-rest, unchanged, over TLS', () => {
  it('signs in with its own headers', () => {
    expect(got.me).toMatchObject({ identifier: 'flowapi' })
    expect(got.info).toMatchObject({ isCloud: true })
  })

  it('reads a ticket, its board statuses and its configurations', () => {
    expect(got.ticket).toMatchObject({ id: 26251, company: { identifier: 'HarborFinch' } })
    expect(column(got.statuses ?? null, 'closedStatus')).toContain(true)
    expect(got.configurations).toMatchObject([{ id: 501, deviceIdentifier: 'HF-LT-014' }])
  })

  it('writes, edits and finds a note', () => {
    expect(got.created).toMatchObject({ text: 'Line one\nLine two ✓', member: { identifier: 'mrivera' } })
    expect(got.edited).toMatchObject({ text: 'Changed', internalAnalysisFlag: true })
    expect(column(got.notes ?? null, 'text')).toContain('Changed')
  })

  it('writes time whose text shows among all notes, and takes it back', () => {
    expect(got.time).toMatchObject({ actualHours: 0.5, ticket: { id: 26251 } })
    expect(column(got.allNotes ?? null, 'noteType')).toContain('TimeEntryNote')
    expect(served.sandbox.state.tables.get('TimeEntry')?.has(Number(at(got.time, 'id')))).toBe(false)
  })

  it('changes the status, and is refused one of another board', () => {
    expect(got.moved).toMatchObject({ status: { name: 'In Progress' } })
    expect(got.foreignStatus).toMatchObject({
      status: 400,
      data: { errors: [{ message: 'Service Status 301 not found for Service Board 1' }] },
    })
  })

  it('pages through a filtered list to its end', () => {
    const ids = column(got.open ?? null, 'id')
    expect(ids.length).toBeGreaterThan(5)
    expect(ids.length).toBe(at(got.count, 'count'))
    expect(ids).toEqual([...new Set(ids)])
  })

  it('filters by child conditions', () => {
    expect(got.contact).toMatchObject([{ firstName: 'Priya' }])
    expect(column(got.schedule ?? null, 'member/identifier')).toEqual(['mrivera'])
  })

  it('gets the refusals of ConnectWise', () => {
    expect(got.badCondition).toMatchObject({
      status: 400,
      data: { code: 'ApiFindCondition', message: 'invoiceDate is not a recognized name.' },
    })
    expect(got.stranger).toMatchObject({ status: 401 })
  })
})
