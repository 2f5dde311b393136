import { describe, expect, it } from 'vitest'
import { readFlags } from './read-flags.ts'

const usage = 'Usage: do it [--api ADDRESS] [--draft]'
const read = (...args: string[]) =>
  readFlags(args, { options: { api: { type: 'string' }, draft: { type: 'boolean' } } }, usage).values
const said = (...args: string[]) => {
  try {
    return read(...args)
  } catch (error) {
    return error instanceof Error ? error.message : error
  }
}

describe('the flags of a command', () => {
  it('are read', () => {
    expect(read('--api', 'x', '--draft')).toEqual({ api: 'x', draft: true })
  })

  it.each([
    [['--publish'], '--publish is not known here.'],
    [['-x'], '-x is not known here.'],
    [['--api'], '--api needs a value.'],
    [['--api', '--draft'], '--api needs a value.'],
    [['--draft=yes'], '--draft takes no value.'],
    [['stray'], 'There is a word too many.'],
  ])('that are wrong are named, with the usage: %j', (args, words) => {
    expect(said(...args)).toBe(`${words}\n\n${usage}`)
  })

  it('show the usage where asked for help', () => {
    expect(said('--help', '--publish')).toBe(usage)
  })
})
