import { describe, expect, it } from 'vitest'
import { type KeptPreview, previewKept } from './preview-kept.ts'

/** Everything that is told of a text, and how many slices it took. */
function lookThrough(text: string, most = Number.POSITIVE_INFINITY) {
  const told: KeptPreview[] = []
  const waiting: (() => void)[] = []
  const stop = previewKept(
    text,
    (one) => told.push(one),
    (work) => waiting.push(work),
  )
  let slices = 0
  while (waiting.length > 0 && slices < most) {
    waiting.shift()?.()
    slices += 1
  }
  return { told, waiting, stop, slices }
}

const secret = 'Winter2026!tr'
const plain = 'Windows IP Configuration, adapter number four, media disconnected\n'

describe('what would be kept of a text', () => {
  it('is told with its secrets replaced, and the lines around the first', () => {
    const { told } = lookThrough(`first\nHost: PC-17\npassword: ${secret}\nstate: ok\n`)
    expect(told).toHaveLength(1)
    expect(told[0]?.secrets).toBe(1)
    expect(told[0]?.extract).toContain('Host: PC-17\npassword: [SECRET')
    expect(told[0]?.extract).toContain('state: ok')
    expect(told[0]?.extract).not.toContain('first')
    expect(told[0]?.extract).not.toContain(secret)
  })

  it('is not told where nothing is replaced', () => {
    expect(lookThrough(plain).told).toEqual([])
  })

  it('is found out slice by slice, and no further once it was ended', () => {
    const text = `${plain.repeat(600)}password: ${secret}\n${plain.repeat(600)}password: ${secret}\n`
    const whole = lookThrough(text)
    expect(whole.slices).toBeGreaterThan(5)
    expect(whole.told.map(({ secrets }) => secrets)).toEqual([1, 2])
    const ended = lookThrough(text, 2)
    ended.stop()
    while (ended.waiting.length > 0) ended.waiting.shift()?.()
    expect(ended.told).toEqual([])
  })

  it.each([-40, -20, -12, -5, 0, 5])('counts a secret at a slice’s end once and whole (%i)', (shift) => {
    const text = `${plain.repeat(200).slice(0, 8_000 + shift - 1)}\npassword: ${secret}\n${plain.repeat(200)}`
    const { told } = lookThrough(text)
    expect(told.at(-1)?.secrets).toBe(1)
    expect(told.at(-1)?.extract).not.toMatch(/Winter|2026|!tr/)
  })
})
