import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { all, any, quoted } from '#api/adapters/connectwise/conditions.ts'
import { testRuns } from '#shared/testing/test-runs.ts'
import { parseCondition } from './parse-condition.ts'

const runs = testRuns()
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('"', '\\', "'", '\n', ' or ', ' and ', 'id>0', ')', '(', '[', ']', '=', 'n'),
  }),
)
const test = (field: string, text: string) => ({
  kind: 'test',
  path: [field],
  operator: '=',
  negated: false,
  values: [{ kind: 'string', value: text.replace(/\p{Cc}/gu, ' ') }],
})

describe('a text that the adapter quotes', () => {
  it('is read back as that text and nothing more', () => {
    fc.assert(
      fc.property(hostile, hostile, (one, other) => {
        const [a, b] = [`summary=${quoted(one)}`, `name=${quoted(other)}`]
        expect(parseCondition(all(a, b))).toEqual({
          kind: 'and',
          parts: [test('summary', one), test('name', other)],
        })
        expect(parseCondition(all(a, any(a, b)))).toMatchObject({
          kind: 'and',
          parts: [{ kind: 'test' }, { kind: 'or' }],
        })
      }),
      { numRuns: runs },
    )
  })
})
