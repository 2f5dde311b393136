import { waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { memoryStore } from '#shared/sync/memory-store.ts'
import { type Mounted, mounted } from './testing/mounted.ts'

let panel: Mounted
afterEach(() => panel.stop())

async function onPick(store = memoryStore()): Promise<void> {
  panel = mounted({ id: 1001, kind: 'service' }, store)
  await panel.see('What fits this ticket')
  await panel.see('All flows')
}

const titles = () =>
  [...panel.element.querySelectorAll('[aria-labelledby=rf-fits] .rf-card-title')].map(
    ({ textContent }) => textContent,
  )
const click = (selector: string) => panel.find(selector).then((found) => found.click())
const button = (words: string) =>
  [...panel.element.querySelectorAll('button')].find(({ textContent }) => textContent === words)

describe('a suggestion', () => {
  it('names the ticket’s words apart, and how its sessions went where there were any', async () => {
    await onPick()
    await panel.see('Outlook, password, asks, webmail')
    await panel.see('Used 12 times, 9 resolved')
    expect(panel.text().match(/Used/g)).toHaveLength(1)
  })

  it('shows the steps of its flow without starting it', async () => {
    await onPick()
    button('Steps')?.click()
    const list = await panel.find('[aria-label="Steps of Outlook keeps asking for the password"]')
    expect(list.textContent).toContain('Does Maria Lind get into webmail?')
    expect(panel.host.api.sessions.size).toBe(0)
    button('Steps')?.click()
    await waitFor(() => expect(panel.element.querySelector('.rf-steps-of')).toBeNull())
  })

  it('stays put aside for its ticket, keys included, until it is brought back', async () => {
    const store = memoryStore()
    await onPick(store)
    await click('[aria-label="Put Outlook keeps asking for the password aside for this ticket"]')
    await waitFor(() => expect(titles()).toEqual(['Printer offline']))
    panel.stop()
    await onPick(store)
    await panel.see('1 suggestion put aside')
    expect(titles()).toEqual(['Printer offline'])
    panel.host.turnTo({ id: 1002, kind: 'service' })
    await waitFor(() => expect(titles()).toHaveLength(2))
    panel.host.turnTo({ id: 1001, kind: 'service' })
    await panel.see('1 suggestion put aside')
    button('Show again')?.click()
    await waitFor(() => expect(titles()).toHaveLength(2))
    await click('[aria-label="Put Outlook keeps asking for the password aside for this ticket"]')
    await waitFor(() => expect(titles()).toHaveLength(1))
    panel.press('1')
    await waitFor(() => expect([...panel.host.api.sessions.values()][0]?.header.flow).toMatch(/^printer/))
  })

  it('hands the focus to the next one when it is put aside', async () => {
    await onPick()
    const button = await panel.find(
      '[aria-label="Put Outlook keeps asking for the password aside for this ticket"]',
    )
    button.focus()
    button.click()
    await waitFor(() => expect(titles()).toEqual(['Printer offline']))
    await waitFor(() => expect(document.activeElement?.className).toContain('rf-card'))
  })

  it('leads to work without a flow where all were put aside', async () => {
    await onPick()
    for (const title of ['Outlook keeps asking for the password', 'Printer offline'])
      await click(`[aria-label="Put ${title} aside for this ticket"]`)
    await panel.see('No flow fits this ticket well.')
    await panel.see('2 suggestions put aside')
  })
})

describe('a session already begun', () => {
  it('comes before what fits: its key takes it up, and those of what fits follow', async () => {
    await onPick()
    panel.press('1')
    await panel.see('Does Maria Lind get into webmail?')
    await panel.see('Ready to work offline')
    const { api } = panel.host
    panel.stop()
    const elsewhere = (): Promise<void> => {
      panel = mounted({ id: 1001, kind: 'service' }, memoryStore(), api)
      return panel.see('Already begun')
    }
    await elsewhere()
    await panel.see('All flows')
    const keys = [...panel.element.querySelectorAll('.rf-card .rf-key')].map(({ textContent }) => textContent)
    expect(keys).toEqual(['1', '2', '3'])
    panel.press('1')
    await panel.see('Does Maria Lind get into webmail?')
    expect(api.sessions.size).toBe(1)
    panel.stop()
    await elsewhere()
    await panel.see('All flows')
    panel.press('3')
    await waitFor(() => expect([...api.sessions.values()][1]?.header.flow).toMatch(/^printer/))
  })
})

describe('an empty list', () => {
  it('of flows has one way on', async () => {
    await onPick()
    const details = panel.element.querySelector('details.rf-browse')
    details?.setAttribute('open', '')
    await waitFor(() => expect(panel.host.api.calls.listFlows).toBe(1))
    const field = await panel.find('details input[type=search]')
    field.focus()
    panel.type('xylophone')
    await panel.see('No flow has these words.')
    button('Show all flows')?.click()
    await waitFor(() => expect(panel.text()).not.toContain('No flow has these words.'))
    expect(field).toHaveProperty('value', '')
  })

  it('of tickets has one way on', async () => {
    panel = mounted(null)
    const field = await panel.find('input[type=search]')
    field.focus()
    panel.type('xylophone')
    await panel.see('No ticket matches.')
    button('Show all tickets')?.click()
    await panel.see('#1001')
  })

  it('of commands has one way on', async () => {
    await onPick()
    panel.press('k', { ctrlKey: true })
    const field = await panel.find('dialog input')
    field.focus()
    panel.type('xylophone')
    await panel.see('No command has these words.')
    button('Show all commands')?.click()
    await waitFor(() => expect(panel.element.querySelectorAll('[role=option]').length).toBeGreaterThan(5))
  })
})
