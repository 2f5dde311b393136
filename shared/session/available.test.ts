import { describe, expect, it } from 'vitest'
import { choicesNow, currentStepOf, trailOf } from './available.ts'
import type { EventBody } from './event.ts'
import { canGoBack, canPassOver } from './go-on.ts'
import { progressOf } from './progress.ts'
import { printerClosure } from './testing/printer-flow.ts'
import { checked, fast, off, on, power, printed, run, stopped, switchOn } from './testing/run.ts'
import { eventId } from './testing/script.ts'

const labels = (...bodies: EventBody[]) =>
  choicesNow(printerClosure, run(...bodies)).map(({ label }) => label)
const parked: EventBody = { type: 'parked', reason: 'no_answer' }

describe('what can be done now', () => {
  it('is the answers of the present question', () => {
    expect(labels()).toEqual(['On', 'Off'])
    expect(labels({ type: 'paused' })).toEqual(['On', 'Off'])
    expect(labels(off)).toEqual([])
    expect(labels(parked)).toEqual([])
  })

  it('is passing over, while the session is open', () => {
    expect(canPassOver(printerClosure, run())).toBe(true)
    expect(canPassOver(printerClosure, run(parked))).toBe(false)
    expect(canPassOver(null, run())).toBe(false)
  })

  it('is going back to the last event that led here', () => {
    expect(canGoBack(run())).toBeNull()
    expect(canGoBack(run(on, { type: 'acted', text: 'looked' }))?.id).toBe(eventId(1))
    expect(canGoBack(run(on, parked))).toBeNull()
    expect(canGoBack(run(off, { type: 'done', step: switchOn }, checked('no')))?.id).toBe(eventId(3))
  })

  it('shows the step, of an ended session too, and the way that led there', () => {
    expect(currentStepOf(printerClosure, run())?.address).toEqual(power)
    const ended = run(off, { type: 'done', step: switchOn }, checked('no'))
    expect(currentStepOf(printerClosure, ended)?.step.title).toBe('Second line')
    expect(trailOf(ended).map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect(currentStepOf(null, run())).toBeNull()
  })
})

describe('progress', () => {
  const progress = (...bodies: EventBody[]) => progressOf(printerClosure, run(...bodies))

  it('counts the steps done and the fewest left to a solution', () => {
    expect(progress()).toEqual({ done: 0, left: 3 })
    expect(progress(off)).toEqual({ done: 1, left: 2 })
    expect(progress(on, fast)).toEqual({ done: 2, left: 3 })
    expect(progress(on, fast, stopped)).toEqual({ done: 3, left: 2 })
    expect(progress(on, fast, stopped, printed('yes'))).toEqual({ done: 4, left: 1 })
    expect(progress(on, fast, stopped, printed('yes'), checked('yes'))).toEqual({ done: 5, left: 0 })
  })

  it('knows nothing to count without a flow', () => {
    expect(progressOf(null, run())).toEqual({ done: 0, left: null })
  })
})
