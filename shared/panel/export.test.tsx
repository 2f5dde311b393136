import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Mounted, mounted } from './testing/mounted.ts'

let panel: Mounted
afterEach(() => {
  vi.restoreAllMocks()
  panel.stop()
})

describe('a note that is exported', () => {
  it('names nobody and no secret in its title either', async () => {
    panel = mounted()
    await panel.see('What fits this ticket')
    await panel.see('All flows')
    const { api } = panel.host
    const start = api.client.call
    api.client.call = async (route, input) => {
      const reply = await start(route, input)
      if (isStarted(route, reply)) reply.header.ticket.summary = 'Bluefin mail of maria@hill.example'
      return reply
    }
    panel.press('Enter')
    await panel.see('Does Maria Lind get into webmail?')
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue(undefined)
    panel.press('1')
    await panel.see('Read the token state')
    panel.press('Escape')
    panel.press('x')
    await panel.see('Web page')
    const copies = [...panel.element.querySelectorAll('dialog button')].filter(({ textContent }) =>
      textContent?.includes('Copy'),
    )
    const last = copies.at(-1)
    if (last instanceof HTMLElement) last.click()
    const [html = ''] = write.mock.calls[0] ?? []
    expect(html).toContain('<title>#1001')
    expect(html).not.toContain('maria@hill.example')
    expect(html).not.toContain('Bluefin')
  })
})

function isStarted(route: string, reply: unknown): reply is { header: { ticket: { summary: string } } } {
  return route === 'startSession' && typeof reply === 'object' && reply !== null && 'header' in reply
}
