import { describe, expect, it } from 'vitest'
import { checkShape } from './check-shape.ts'
import { parseField } from './field.ts'
import { schemas } from './registry.ts'

describe('parseField', () => {
  it('reads length, nullability, need, enums and lists', () => {
    expect(parseField('string(100)!')).toEqual({
      type: 'string',
      maxLength: 100,
      nullable: false,
      required: true,
    })
    expect(parseField('enum(A|B)?')).toEqual({
      type: 'enum',
      values: ['A', 'B'],
      nullable: true,
      required: false,
    })
    expect(parseField('[CustomFieldValue]').item).toMatchObject({
      type: 'object',
      schema: 'CustomFieldValue',
    })
  })

  it('refuses what it cannot read', () => {
    expect(() => parseField('string(10')).toThrow('Unreadable')
  })
})

describe('the schemas', () => {
  it('only name schemas that exist', () => {
    const names = [...schemas.values()].flatMap((schema) => [...schema.values()])
    const used = names
      .flatMap((field) => [field.schema, field.item?.schema])
      .filter((name) => name !== undefined)
    expect(used.filter((name) => !schemas.has(name))).toEqual([])
  })

  it('ask for the fields that ConnectWise asks for', () => {
    const required = (name: string) =>
      [...(schemas.get(name) ?? [])].filter(([, field]) => field.required).map(([field]) => field)
    expect(required('Ticket')).toEqual(['summary', 'company'])
    expect(required('TimeEntry')).toEqual(['timeStart'])
    expect(required('CompanyConfiguration')).toEqual(['name', 'type', 'company'])
    expect(schemas.get('Ticket')?.get('summary')?.maxLength).toBe(100)
  })
})

describe('checkShape', () => {
  it('names every departure', () => {
    expect(checkShape('ServiceNote', { id: 1, text: 2, colour: 'red', member: { id: 'x' } })).toEqual([
      'ServiceNote.text: not a string',
      'ServiceNote.colour: not in the schema',
      'ServiceNote.member.id: not an integer',
    ])
  })

  it('wants times in UTC without milliseconds', () => {
    expect(checkShape('TimeEntry', { timeStart: '2026-01-02T03:04:05Z' })).toEqual([])
    expect(checkShape('TimeEntry', { timeStart: '2026-01-02T03:04:05.000Z' })).toHaveLength(1)
  })
})
