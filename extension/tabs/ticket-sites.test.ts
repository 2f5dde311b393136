import { describe, expect, it } from 'vitest'
import { isTicketSite, patternOf } from './ticket-sites.ts'

describe('a site of ConnectWise', () => {
  it.each([
    'https://na.myconnectwise.net',
    'https://eu.myconnectwise.net',
    'https://staging.connectwisedev.com',
    'https://au.connectwise.net',
    'https://za.myconnectwise.com',
  ])('is %s', (origin) => {
    expect(isTicketSite(origin, [])).toBe(true)
  })

  it.each([
    'http://na.myconnectwise.net',
    'https://na.myconnectwise.net.evil.example',
    'https://namyconnectwise.net',
    'https://myconnectwise.net.',
    'https://evil.example',
    'https://na.myconnectwise.net:8443',
    'null',
    '',
  ])('is not %s', (origin) => {
    expect(isTicketSite(origin, ['https://cw.msp.example'])).toBe(false)
  })

  it('is one that was added, by its exact origin', () => {
    expect(isTicketSite('https://cw.msp.example', ['https://cw.msp.example'])).toBe(true)
    expect(isTicketSite('https://cw.msp.example:444', ['https://cw.msp.example'])).toBe(false)
  })

  it('has a pattern without a port', () => {
    expect(patternOf('http://localhost:8788')).toBe('http://localhost/*')
  })
})
