import { describe, expect, it } from 'vitest'
import type { RightCheck } from '#api/ports/psa.ts'
import { reportRights } from './report-rights.ts'

function report(...checks: RightCheck[]) {
  const lines: string[] = []
  const isEnough = reportRights(checks, (line) => lines.push(line))
  return { isEnough, printed: lines.join('\n') }
}

const there: RightCheck = { right: 'Read tickets', ok: true, advice: '', tried: 'read' }

describe('the report on rights', () => {
  it('names a missing right and what to give', () => {
    const { isEnough, printed } = report(there, { right: 'Read members', ok: false, advice: 'Give it.' })
    expect(isEnough).toBe(false)
    expect(printed).toMatch(/ok +Read tickets\n +MISSING +Read members\n +Give it\./)
  })

  it('lets a team connect without what one purpose alone needs, and says which', () => {
    const project = {
      right: 'Read project tickets',
      ok: false,
      advice: 'Give it.',
      onlyFor: 'project tickets',
    }
    const { isEnough, printed } = report(there, project)
    expect(isEnough).toBe(true)
    expect(printed).toContain('Needed for project tickets alone. Give it.')
    expect(printed).not.toContain('MISSING')
  })

  it('does not call fine what could not be tried', () => {
    const { isEnough, printed } = report({ ...there, tried: 'not', advice: 'There is no open ticket.' })
    expect(isEnough).toBe(true)
    expect(printed).toMatch(/not tried +Read tickets\n +There is no open ticket\./)
    expect(printed).not.toMatch(/ok +Read/)
  })

  it('says how writing was tried, where it was', () => {
    expect(report(there).printed).not.toContain('Writing')
    expect(report({ ...there, tried: 'refused write' }).printed).toContain('the first real post')
  })
})
