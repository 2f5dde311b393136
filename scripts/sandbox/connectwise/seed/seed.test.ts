import { describe, expect, it } from 'vitest'
import { createSandbox, demoCredentials } from '../create-sandbox.ts'
import { kindOf } from '../kinds/registry.ts'
import { showRecord } from '../records/show-record.ts'
import { takeBody } from '../records/take-body.ts'
import { checkShape } from '../schemas/check-shape.ts'
import { schemas } from '../schemas/registry.ts'
import { manualClock } from '../world/clock.ts'
import { flag, refId } from '../world/row.ts'
import { rowsOf } from '../world/world.ts'

const start = Date.parse('2026-11-24T15:00:00Z')
const make = () => createSandbox({ clock: manualClock(start) }).state
const world = make()
const view = { world, base: 'http://localhost/v4_6_release/apis/3.0/' }
const tickets = rowsOf(world, 'Ticket')
const notes = rowsOf(world, 'ServiceNote')

describe('the seed', () => {
  it('is the same every time', () => {
    expect(make().tables).toEqual(world.tables)
  })

  it('has tickets of several companies, open and closed, with people and devices', () => {
    const open = tickets.filter((row) => !flag(row, 'closedFlag'))
    expect(open.length).toBeGreaterThanOrEqual(12)
    expect(tickets.length - open.length).toBeGreaterThanOrEqual(4)
    expect(new Set(tickets.map((row) => refId(row.fields.company))).size).toBeGreaterThanOrEqual(4)
    const members = rowsOf(world, 'Member')
    expect(members.filter((row) => flag(row, 'inactiveFlag'))).toHaveLength(1)
    expect(members.length).toBeGreaterThanOrEqual(5)
    expect(members.map((row) => row.fields.identifier)).toContain(demoCredentials.member)
  })

  it('gives every ticket a first note that is not from the future', () => {
    for (const ticket of tickets) {
      const own = notes.filter((note) => note.fields.ticketId === ticket.id)
      expect(own.length).toBeGreaterThan(0)
      for (const note of own) expect(Date.parse(String(note.fields.dateCreated))).toBeLessThan(start)
    }
  })

  it('keeps open and closed in step with the status', () => {
    for (const ticket of tickets) {
      const status = world.tables.get('BoardStatus')?.get(refId(ticket.fields.status) ?? 0)
      expect(flag(ticket, 'closedFlag')).toBe(flag(status, 'closedStatus'))
      expect(refId(status?.fields.board)).toBe(refId(ticket.fields.board))
    }
  })

  it('shows every record in the shape of its schema', () => {
    const wrong = [...world.tables].flatMap(([table, rows]) =>
      [...rows.values()].flatMap((row) => {
        const kind = kindOf(table, row)
        return schemas.has(kind.schema) ? checkShape(kind.schema, showRecord(view, kind, row)) : []
      }),
    )
    expect(wrong).toEqual([])
  })

  it('would be taken by the service itself: lengths, enums and references are right', () => {
    const wrong = [...world.tables].flatMap(([table, rows]) =>
      [...rows.values()].flatMap((row) => {
        const kind = kindOf(table, row)
        if (!schemas.has(kind.schema) || !kind.path) return []
        return takeBody(world, kind, showRecord(view, kind, row), structuredClone(row)).errors
      }),
    )
    expect(wrong).toEqual([])
  })

  it('only uses domains, numbers and addresses that are reserved for examples', () => {
    const everything = JSON.stringify([...world.tables.values()].flatMap((rows) => [...rows.values()]))
    const addresses = everything.match(/[\w.-]+@[\w.-]+/g) ?? []
    expect(addresses.filter((address) => !/\.example\.?$/.test(address))).toEqual([])
    const ips = everything.match(/\b\d{1,3}(\.\d{1,3}){3}\b/g) ?? []
    expect(ips.filter((ip) => !/^(192\.0\.2|198\.51\.100|203\.0\.113)\./.test(ip))).toEqual([])
    const phones = everything.match(/\b\d{3}-\d{3}-\d{4}\b/g) ?? []
    expect(phones.length).toBeGreaterThan(10)
    expect(phones.filter((phone) => !/^\d{3}-555-01\d\d$/.test(phone))).toEqual([])
  })
})
