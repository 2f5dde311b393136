import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testRuns } from '#shared/testing/test-runs.ts'
import { Refusal } from '../world/refusal.ts'
import type { JsonObject } from '../world/row.ts'
import { checkCondition } from './check-condition.ts'
import { meetsChildCondition, meetsCondition } from './meets-condition.ts'
import { orderRows } from './order-rows.ts'
import { parseCondition } from './parse-condition.ts'
import { pickFields } from './pick-fields.ts'

const ticket: JsonObject = {
  id: 7,
  summary: 'Printer "Otto" offline',
  board: { id: 1, name: 'Help Desk', _info: {} },
  severity: 'High',
  closedFlag: false,
  budgetHours: 1.5,
  requiredDate: '2026-05-01T08:00:00Z',
  _info: { lastUpdated: '2026-04-01T00:00:00Z' },
}
const contact: JsonObject = {
  id: 1,
  communicationItems: [
    { value: 'ann@a.example', communicationType: 'Email', type: { id: 1, name: 'Email' } },
    { value: '555-0100', communicationType: 'Phone', type: { id: 2, name: 'Direct' } },
  ],
}
const meets = (source: string, record = ticket, schema = 'Ticket') => {
  const condition = parseCondition(source)
  checkCondition(condition, schema, 'fields')
  return meetsCondition(condition, record)
}
const hasChild = (source: string) => {
  const condition = parseCondition(source)
  checkCondition(condition, 'Contact', 'lists')
  return meetsChildCondition(condition, contact)
}

describe('conditions', () => {
  it.each([
    'id=7',
    'id != 8',
    'id > 6 and id <= 7',
    'summary="printer \\"otto\\" OFFLINE"',
    "summary like '%otto%'",
    'summary like "Printer*"',
    'summary = "Printer*"',
    'summary contains "Otto"',
    'summary not contains "scanner"',
    'summary not like "%scanner%"',
    'board/name="help desk"',
    'board/id in (3, 1)',
    'board/id not in (3,4)',
    'closedFlag=False',
    'closedFlag = false',
    'severity="high"',
    'requiredDate >= [2026-05-01T08:00:00Z] and requiredDate < [2026-05-02]',
    'contact/id=null',
    'board/name!=null',
    'lastUpdated > [2026-03-31T23:59:59Z]',
    '_info/lastUpdated = [2026-04-01T00:00:00Z]',
    'id=1 or (id=7 and closedFlag=false)',
    'budgetHours=1.5',
  ])('hold: %s', (source) => {
    expect(meets(source)).toBe(true)
  })

  it.each([
    'id=8',
    'id < 7',
    'summary="Printer"',
    'summary contains "%"',
    'board/name in ("A","B")',
    'owner/identifier="x"',
    'owner/identifier != "x"',
    'closedFlag=true',
    'requiredDate > [2026-05-01T08:00:00Z]',
    'id=7 and (id=8 or closedFlag=True)',
  ])('do not hold: %s', (source) => {
    expect(meets(source)).toBe(false)
  })

  it('bind "and" more tightly than "or"', () => {
    expect(meets('id=7 or id=8 and id=9')).toBe(true)
    expect(meets('(id=7 or id=8) and id=9')).toBe(false)
  })

  it.each([
    ['invoiceDate=null', 'invoiceDate is not a recognized name.'],
    ['contact=null', 'contact is not a recognized name.'],
    ['board/colour="x"', 'board/colour is not a recognized name.'],
    ['Summary="x"', 'Summary is not a recognized name.'],
    ['severity="Terrible"', 'Enum value supplied was invalid'],
    ['communicationItems/value="x"', 'communicationItems/value is not a recognized name.'],
    ['id="7"', 'The value given for id has the wrong type.'],
    ['closedFlag="false"', 'The value given for closedFlag has the wrong type.'],
    ['summary=7', 'The value given for summary has the wrong type.'],
    ['requiredDate="2026-05-01"', 'The value given for requiredDate has the wrong type.'],
    ['id=', 'Expected a value, found the end of the condition.'],
    ['id', 'Expected an operator, found the end of the condition.'],
    ['id=7 id=8', "Unexpected 'id'."],
    ['(id=7', "Expected ')', found the end of the condition."],
    ['id in (1,2', "Expected ')', found the end of the condition."],
    ['summary="unclosed', "Unexpected character '\"' at position 8."],
    ['id=7; drop', "Unexpected character ';' at position 4."],
    ['requiredDate > [soon]', '[soon] is not a date and time.'],
  ])('are refused: %s', (source, message) => {
    expect(() => meets(source)).toThrow(message)
  })
})

describe('any text at all', () => {
  it('is read or refused with a 400, never anything else', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'id',
        'board/name',
        'closedFlag',
        '=',
        '!=',
        '<=',
        ' and ',
        ' or ',
        ' not ',
        ' in ',
        '(',
        ')',
        ',',
      ),
      fc.constantFrom(
        '"a"',
        "'b'",
        '[2026-01-01]',
        '[',
        '"',
        '\\\\',
        '7',
        '-1',
        'True',
        'null',
        ' like ',
        ' contains ',
      ),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        try {
          expect(typeof meets(pieces.join(' '))).toBe('boolean')
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
        }
      }),
      { numRuns: testRuns() },
    )
  })
})

describe('child conditions', () => {
  it('look into lists', () => {
    expect(hasChild('communicationItems/value like "ann@%"')).toBe(true)
    expect(hasChild('communicationItems/type/id=2')).toBe(true)
    expect(hasChild('communicationItems/value="nobody"')).toBe(false)
  })

  it('must hold for one and the same entry', () => {
    expect(
      hasChild('communicationItems/value like "ann%" and communicationItems/communicationType="Email"'),
    ).toBe(true)
    expect(
      hasChild('communicationItems/value like "ann%" and communicationItems/communicationType="Phone"'),
    ).toBe(false)
  })

  it('refuse names that are no list', () => {
    expect(() => hasChild('firstName="Ann"')).toThrow('firstName is not a recognized name.')
  })
})

describe('orderBy', () => {
  const rows: JsonObject[] = [
    { id: 1, board: { name: 'b' } },
    { id: 2, board: { name: 'A' } },
    { id: 3 },
    { id: 10, board: { name: 'a' } },
  ]
  it('sorts by paths, numbers as numbers, text ignoring case, unset first', () => {
    expect(orderRows(rows, 'board/name asc, id desc', 'Ticket').map((row) => row.id)).toEqual([3, 10, 2, 1])
    expect(orderRows(rows, 'id desc', 'Ticket').map((row) => row.id)).toEqual([10, 3, 2, 1])
  })

  it('refuses unknown names and directions', () => {
    expect(() => orderRows(rows, 'colour', 'Ticket')).toThrow('colour is not a recognized name.')
    expect(() => orderRows(rows, 'id upwards', 'Ticket')).toThrow("Cannot order by 'id upwards'.")
  })
})

describe('fields', () => {
  it('keeps what is named and drops _info everywhere', () => {
    expect(pickFields(ticket, 'id,board/name,unknown')).toEqual({ id: 7, board: { name: 'Help Desk' } })
    expect(pickFields(ticket, 'board')).toEqual({ board: { id: 1, name: 'Help Desk' } })
  })
})
