import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testRuns } from '#shared/testing/test-runs.ts'
import { ticketInAddress, ticketNumber } from './ticket-in-address.ts'

const base = 'https://na.myconnectwise.net'
const release = `${base}/v4_6_release`

describe('the ticket in an address', () => {
  it.each([
    [
      `${release}/services/system_io/Service/fv_sr100_request.rails?service_recid=548&companyName=acme`,
      548,
      'service',
    ],
    [
      `${release}/services/system_io/router/openrecord.rails?locale=en_US&recordType=ServiceFv&recid=548&companyName=X`,
      548,
      'service',
    ],
    [`${release}/ConnectWise.aspx?routeTo=ServiceFV&recid=548`, 548, 'service'],
    [`${release}/connectwise.aspx?ROUTETO=servicefv&RecID=548`, 548, 'service'],
    [`${release}/ConnectWise.aspx?routeTo=ProjectTicketFV&recid=548`, 548, 'project'],
    [`${base}/v2025_1/ConnectWise.aspx?srRecID=548`, 548, 'service'],
    [`${base}/v2025_1/ConnectWise.aspx?serviceTicketId=9999999999#XQAACAAA`, 9_999_999_999, 'service'],
  ])('is read from %s', (address, id, kind) => {
    expect(ticketInAddress(address)).toEqual({ id, kind })
  })

  it.each([
    `${release}/ConnectWise.aspx?routeTo=CompanyFV&recid=548`,
    `${release}/ConnectWise.aspx?routeTo=TimeEntryFV&recid=548`,
    `${release}/ConnectWise.aspx?routeTo=constructor&recid=548`,
    `${release}/ConnectWise.aspx?recid=548`,
    `${base}/v2025_1/ConnectWise.aspx?locale=en_US#XQAACAservice_recid=548`,
    `${release}/x.rails?service_recid=0548`,
    `${release}/x.rails?service_recid=-5`,
    `${release}/x.rails?service_recid=5e3`,
    `${release}/x.rails?service_recid=12345678901`,
    'not an address',
    'about:blank',
    '',
  ])('is none in %s', (address) => {
    expect(ticketInAddress(address)).toBeNull()
  })

  it('never fails, and names a whole number from 1 to ten digits', () => {
    const query = fc.dictionary(
      fc.constantFrom('service_recid', 'recid', 'recordType', 'RouteTo'),
      fc.string(),
    )
    const address = fc.oneof(
      fc.string(),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      query.map((each) => `${base}/x?${new URLSearchParams(each)}`),
    )
    fc.assert(
      fc.property(address, (text) => {
        const id = ticketInAddress(text)?.id ?? 1
        expect(Number.isInteger(id) && id > 0 && id < 10_000_000_000).toBe(true)
      }),
      { numRuns: testRuns() },
    )
  })
})

describe('a ticket’s number', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999_999 }), (id) => {
        expect(ticketNumber(String(id))).toBe(id)
      }),
      { numRuns: testRuns() },
    )
  })
})
