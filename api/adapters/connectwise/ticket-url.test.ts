import { describe, expect, it } from 'vitest'
import { ticketUrl } from './ticket-url.ts'

const connection = { uiUrl: 'https://na.myconnectwise.net', company: 'a&b' }

describe('ticketUrl', () => {
  it('opens a service ticket, naming the company as ConnectWise demands', () => {
    expect(ticketUrl(connection, { id: 548, kind: 'service' })).toBe(
      'https://na.myconnectwise.net/v4_6_release/services/system_io/Service/fv_sr100_request.rails?service_recid=548&companyName=a%26b',
    )
  })

  it('opens a project ticket by the router', () => {
    expect(ticketUrl(connection, { id: 9, kind: 'project' })).toContain('recordType=ProjectTicketFV&recid=9&')
  })
})
