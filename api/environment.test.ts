import { describe, expect, it } from 'vitest'
import { readEnvironment, readMigrationUrl } from './environment.ts'

const key = Buffer.alloc(32, 7).toString('base64')
const complete = {
  DATABASE_URL: 'postgres://app@localhost/flow',
  PUBLIC_URL: 'https://flow.example.com/',
  RESOLUTIONFLOW_SECRET_KEYS: `2:${key},1:${key}`,
}

describe('the environment', () => {
  it('is read with its defaults', () => {
    expect(readEnvironment(complete)).toMatchObject({ port: 8787, publicUrl: 'https://flow.example.com' })
    expect(readEnvironment(complete).secretKeys.map(({ id }) => id)).toEqual(['2', '1'])
  })

  it('names no extension and no proxy unless told to', () => {
    expect(readEnvironment(complete)).toMatchObject({ extensionIds: [], proxies: 0 })
    const [one, two] = ['a'.repeat(32), 'p'.repeat(32)]
    const more = { RESOLUTIONFLOW_EXTENSION_IDS: `${one}, ${two}`, RESOLUTIONFLOW_PROXIES: '1' }
    expect(readEnvironment({ ...complete, ...more })).toMatchObject({ extensionIds: [one, two], proxies: 1 })
  })

  it('names everything that is missing at once', () => {
    expect(() => readEnvironment({ DATABASE_URL: '' })).toThrow(
      /DATABASE_URL is missing[\s\S]*PUBLIC_URL is missing[\s\S]*SECRET_KEYS is missing/,
    )
  })

  it.each([
    ['PUBLIC_URL', 'http://flow.example.com', 'must begin with https://'],
    ['PORT', 'eighty', 'must be a number'],
    ['RESOLUTIONFLOW_DEMO', '1', 'is for "npm start" alone'],
    ['RESOLUTIONFLOW_EXTENSION_IDS', 'https://chromiumapp.org/', 'must be ids of 32 letters'],
    ['RESOLUTIONFLOW_PROXIES', 'one', 'must be a number'],
    ['RESOLUTIONFLOW_SECRET_KEYS', '1:c2hvcnQ=', 'must be id:base64 with 32 bytes each'],
  ])('says what is wrong with %s', (name, value, words) => {
    expect(() => readEnvironment({ ...complete, [name]: value })).toThrow(`${name} ${words}`)
  })

  it('names the address for migrations where it is missing', () => {
    expect(readMigrationUrl({ DATABASE_MIGRATION_URL: 'postgres://owner@localhost/flow' })).toContain('owner')
    expect(() => readMigrationUrl({ DATABASE_MIGRATION_URL: '' })).toThrow(
      'DATABASE_MIGRATION_URL is missing',
    )
  })
})
