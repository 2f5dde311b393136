import { describe, expect, it } from 'vitest'
import { passwordProblem } from './password-rule.ts'

describe('a password that somebody chose', () => {
  it.each([
    ['eleven char', 'too_short'],
    ['twelve chars', null],
    ['            ', null],
    ['x'.repeat(200), null],
    ['x'.repeat(201), 'too_long'],
    ['🔑'.repeat(11), 'too_short'],
    ['🔑'.repeat(12), null],
    ['e\u0301'.repeat(11), 'too_short'],
  ] as const)('is judged by its length alone: %s', (password, problem) => {
    expect(passwordProblem(password)).toBe(problem)
  })
})
