import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TicketHint } from './hint.ts'
import { calm, type Watching, watchPage } from './watch-page.ts'

const banner = (text: string) =>
  `<div class="cw_BannerView"><h1 class="detailLabel cw_CwLabel">${text}</h1></div>`
const service = (id: number) => [{ id, kind: 'service' }]
const link = '/v4_6_release/ConnectWise.aspx?routeTo=ServiceFV&recid=548'

let told: TicketHint[]
let looks: number
let watching: Watching | undefined

function watch(): void {
  told = []
  looks = 0
  watching = watchPage(window, {
    tell: (hint) => told.push(hint),
    looked() {
      looks += 1
    },
  })
}
/** Lets the page's observers hear of what was changed, and the turn pass. */
async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(calm * 2)
}

beforeEach(() => {
  vi.useFakeTimers()
  Element.prototype.checkVisibility = function () {
    return this.closest('[hidden]') === null
  }
  document.body.innerHTML = ''
  history.replaceState(null, '', '/')
})
afterEach(() => {
  watching?.stop()
  vi.useRealTimers()
})

describe('watching a page', () => {
  it('tells at once what is shown, and again when that changes, not when anything else does', async () => {
    document.body.innerHTML = banner('Service Ticket #1 - one')
    watch()
    expect(told).toEqual([service(1)])
    document.body.append('more text')
    await settle()
    expect(told).toHaveLength(1)
    document.body.innerHTML = banner('Service Ticket #2 - two')
    await settle()
    expect(told).toEqual([service(1), service(2)])
  })

  it('looks once a turn however much changes', async () => {
    watch()
    const before = looks
    for (let change = 0; change < 1_000; change += 1) document.body.append(`change ${change}`)
    await settle()
    expect(looks - before).toBe(1)
  })

  it('believes a link until its ticket has appeared, and not again', async () => {
    history.replaceState(null, '', link)
    watch()
    document.body.innerHTML = banner('Loading…')
    await settle()
    document.body.innerHTML = banner('Service Ticket #548 - linked')
    await settle()
    expect(told).toEqual([service(548)])
    document.body.innerHTML = banner('Company: Acme')
    await settle()
    expect(told).toEqual([service(548), []])
  })

  it('does not believe a link where another screen is drawn', async () => {
    history.replaceState(null, '', link)
    document.body.innerHTML = '<section class="mm_pod" hidden></section><h1>Service Board</h1>'
    watch()
    expect(told).toEqual([[]])
  })

  it('tells again when asked, and when the page comes back from the browser’s memory', () => {
    document.body.innerHTML = banner('Service Ticket #1 - one')
    watch()
    watching?.tellAgain()
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
    expect(told).toEqual([service(1), service(1), service(1)])
  })

  it('tells nothing after it was stopped', async () => {
    watch()
    watching?.stop()
    document.body.innerHTML = banner('Service Ticket #2 - two')
    await settle()
    expect(told).toEqual([[]])
  })
})
