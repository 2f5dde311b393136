import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readOpaqueHash } from './opaque-hash.ts'
import { appLink, isPagePath, mailLink, type Place, readPlace, routeLink } from './ticket-link.ts'

const at = (path: string) => new URL(path, 'http://127.0.0.1:8788')
const place: fc.Arbitrary<Place> = fc.oneof(
  fc.constant<Place>({ screen: 'board' }),
  fc.record({
    screen: fc.constant('ticket' as const),
    id: fc.nat(),
    kind: fc.constantFrom('service', 'project'),
  }),
  fc.record({ screen: fc.constant('company' as const), id: fc.nat() }),
)

describe('links of the web client', () => {
  it('lead from every form to the ticket they name', () => {
    const ticket = { screen: 'ticket', id: 548, kind: 'service' }
    expect(readPlace(at(mailLink('acme', 548)))).toEqual(ticket)
    expect(readPlace(at(routeLink('v2025_1/', { id: 548, kind: 'service' })))).toEqual(ticket)
    expect(
      readPlace(
        at('/v4_6_release/services/system_io/router/openrecord.rails?recordType=ServiceFv&recid=548'),
      ),
    ).toEqual(ticket)
    expect(readPlace(at('/v2025_1/connectwise.aspx?serviceTicketId=548'))).toEqual(ticket)
    expect(readPlace(at(routeLink('v2025_1/', { id: 7, kind: 'project' })))).toEqual({
      screen: 'ticket',
      id: 7,
      kind: 'project',
    })
  })

  it('lead back from a single-page link to any place', () => {
    fc.assert(
      fc.property(place, (there) => {
        const url = at(appLink('v2025_1/', there))
        expect(readPlace(url)).toEqual(there)
        expect(isPagePath(url.pathname)).toBe(true)
      }),
    )
  })

  it('hide the ticket number in the hash of a single-page link', () => {
    const link = appLink('v2025_1/', { screen: 'ticket', id: 123456, kind: 'service' })
    expect(link).not.toContain('123456')
    expect(link).toMatch(/^\/v2025_1\/ConnectWise\.aspx\?locale=en_US#XQAACA[\w-]+$/)
  })

  it('never throw on a hash from elsewhere', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        readOpaqueHash(text)
        readOpaqueHash(`#XQAACA${text}`)
      }),
    )
    expect(readPlace(at('/v2025_1/ConnectWise.aspx?locale=en_US#startscreen=sr100'))).toEqual({
      screen: 'board',
    })
  })

  it('name nothing for a number that is none', () => {
    expect(
      readPlace(at('/v4_6_release/services/system_io/Service/fv_sr100_request.rails?service_recid=x')),
    ).toBe(null)
    expect(isPagePath('/v2025_1/apis/3.0/service/tickets')).toBe(false)
  })
})
