import { waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { outlookDraft } from '../testing/demo-flow.ts'
import { someOptions, someSuggestions, someTicket } from '../testing/demo-records.ts'
import { type Mounted, mounted } from '../testing/mounted.ts'
import { en } from './en.ts'
import { enLater } from './en-later.ts'
import { laterWords } from './later-words.ts'
import { pseudo } from './pseudo.ts'
import { words } from './words.ts'

let panel: Mounted
afterEach(() => {
  panel.stop()
  words.value = en
  laterWords.value = enLater
})

/** What comes from the ticket, the flow, the note or ConnectWise is no word of the panel. */
const given = JSON.stringify([someTicket(1001), someSuggestions, someOptions, outlookDraft]).replaceAll(
  '{{contact.name}}',
  'Maria Lind',
)

/** Texts, labels and titles on the page that neither the catalogue nor the ticket gave. */
function hardCoded(): string[] {
  const found: string[] = []
  const look = (text: string | null | undefined) => {
    const bare = (text ?? '').replace(/⟦[^⟦⟧]*⟧/g, '').trim()
    if (/[A-Za-z]{2}/.test(bare) && !given.includes(bare)) found.push(bare)
  }
  for (const element of panel.element.querySelectorAll('*')) {
    if (
      element.closest(
        'textarea, .rf-key, .rf-section, .rf-thin, .rf-add-line select, .rf-output, .rf-sources, kbd',
      )
    )
      continue
    for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) look(node.textContent)
    for (const name of ['aria-label', 'title', 'placeholder']) {
      look(element.getAttribute(name)?.replace(/ \((Ctrl )?.{1,4}\)$/, ''))
    }
  }
  return found
}

describe('every word on the screen', () => {
  it('comes from the catalogue', async () => {
    words.value = pseudo(en)
    laterWords.value = pseudo(enLater)
    panel = mounted()
    await panel.see('⟦What fits this ticket⟧')
    await panel.see('⟦All flows⟧')
    expect(hardCoded()).toEqual([])
    panel.press('Enter')
    await panel.see('Does Maria Lind')
    await panel.see('⟦Ready to work offline⟧')
    expect(hardCoded()).toEqual([])
    for (const key of ['s', 'n', 'p', 'e', 'd', 'r', 'b', 'x', '?']) {
      panel.press(key)
      await panel.find('dialog')
      expect(hardCoded()).toEqual([])
      panel.press('Escape')
      await waitFor(() => expect(panel.element.querySelector('dialog')).toBeNull())
    }
    panel.press('k', { ctrlKey: true })
    await panel.find('dialog')
    expect(hardCoded()).toEqual([])
    panel.press('Escape')
    panel.press('2')
    await panel.see('⟦Ready to hand over⟧')
    expect(hardCoded()).toEqual([])
    panel.press('Enter')
    await panel.see('⟦What will be posted⟧')
    panel.press('m')
    expect(hardCoded()).toEqual([])
    panel.press('Enter')
    await panel.see(/⟦Sending in/)
    expect(hardCoded()).toEqual([])
  })
})
