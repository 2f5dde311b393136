import { beforeEach, describe, expect, it } from 'vitest'
import { ticketsInPage } from './ticket-in-page.ts'

const shown = (element: Element) => element.closest('[hidden]') === null
const read = () => ticketsInPage(shown)
const banner = (text: string) =>
  `<div class="cw_BannerView"><h1 class="detailLabel cw_CwLabel">${text}</h1></div>`
const head = (text: string) =>
  `<div class="pod_service_ticket_ticket_header"><h2 class="mm_podHeader">${text}</h2></div>`
const put = (html: string) => {
  document.body.innerHTML = html
}

beforeEach(() => put(''))

describe('the tickets in a page', () => {
  it('are read from banner and header, each once', () => {
    put(banner('Service Ticket #26251 - testing ticket') + head('Ticket #26251'))
    expect(read()).toEqual([{ id: 26251, kind: 'service' }])
  })

  it('are of the kind the banner names', () => {
    put(banner('Project Ticket #300 - move shares') + head('Ticket #300'))
    expect(read()).toEqual([{ id: 300, kind: 'project' }])
  })

  it('are found by the header alone', () => {
    put(head('Ticket #77 (merged into #78)'))
    expect(read()).toEqual([{ id: 77, kind: 'service' }])
  })

  it('are several where banner and header differ', () => {
    put(banner('Service Ticket #1 - one') + head('Ticket #2'))
    expect(read().map(({ id }) => id)).toEqual([1, 2])
  })

  it('are not those of pods that wait, hidden, to be used again', () => {
    put(`<div hidden>${banner('Service Ticket #1 - one')}${head('Ticket #1')}</div>${head('Ticket #2')}`)
    expect(read()).toEqual([{ id: 2, kind: 'service' }])
  })

  it.each([
    ['a number beyond any ticket’s', banner('Service Ticket #12345678901 - x')],
    ['a number with leading zeros', banner('Service Ticket #007 - x')],
    ['a summary that speaks of another ticket', banner('Company: see Service Ticket #5 - x')],
    ['a label outside the banner', '<h1 class="detailLabel cw_CwLabel">Service Ticket #5 - x</h1>'],
    ['a note that looks like a banner', '<div class="TicketNote-row">Service Ticket #5 - x</div>'],
    ['no number yet', banner('Loading…')],
  ])('are none with %s', (_, html) => {
    put(html)
    expect(read()).toEqual([])
  })

  it('ask the browser for the looks of matching labels alone', () => {
    put(banner(`Service Ticket #5 - ${'<i>x</i>'.repeat(2_000)}`) + banner('y').repeat(2_000))
    const asked: Element[] = []
    const found = ticketsInPage((element) => asked.push(element) > 0)
    expect(found).toEqual([{ id: 5, kind: 'service' }])
    expect(asked).toHaveLength(1)
  })
})
