import { describe, expect, it } from 'vitest'
import { titleOfCommand } from '../later/dialogs/title-of.ts'
import { drawKey } from '../parts/draw-key.ts'
import { mounted } from '../testing/mounted.ts'
import { isControls, isSingle, isWriting, keyOf } from './keys.ts'
import { commands } from './registry.ts'

const press = (init: KeyboardEventInit) => new KeyboardEvent('keydown', init)

describe('the command registry', () => {
  it('gives no key out twice, and every command an id of its own', () => {
    const keys = commands.flatMap((command) => command.keys)
    expect(new Set(keys).size).toBe(keys.length)
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length)
  })

  it('has a key and words for every command', () => {
    for (const { id, keys } of commands) {
      expect(keys.length).toBeGreaterThan(0)
      expect(titleOfCommand(id)).not.toBe(id)
    }
  })

  it('can run every command: on a ticket or anywhere', () => {
    for (const command of commands) expect(Boolean(command.run) !== Boolean(command.anywhere)).toBe(true)
  })
})

describe('the palette', () => {
  it('lists every command of the registry once, with its keys', async () => {
    const panel = mounted()
    try {
      await panel.see('What fits this ticket')
      panel.press('k', { ctrlKey: true })
      const dialog = await panel.find('dialog')
      const listed = [...dialog.querySelectorAll('[role=option]')].map((option) => ({
        id: option.id.replace('rf-command-', ''),
        keys: [...option.querySelectorAll('.rf-key')].map((key) => key.textContent),
      }))
      const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1)
      const expected = commands.map(({ id, keys }) => ({ id, keys: keys.map(drawKey) }))
      expect(listed.sort(byId)).toEqual(expected.sort(byId))
    } finally {
      panel.stop()
    }
  })
})

describe('a key press', () => {
  it('is written as the registry writes it', () => {
    expect(keyOf(press({ key: 's' }))).toBe('s')
    expect(keyOf(press({ key: 'S', shiftKey: true }))).toBe('s')
    expect(keyOf(press({ key: '?', shiftKey: true }))).toBe('?')
    expect(keyOf(press({ key: 'k', ctrlKey: true }))).toBe('Ctrl+K')
    expect(keyOf(press({ key: 'k', metaKey: true }))).toBe('Ctrl+K')
    expect(keyOf(press({ key: 'ArrowLeft', altKey: true }))).toBe('Alt+ArrowLeft')
  })

  it('is single without Ctrl or Alt', () => {
    expect(['s', 'Enter', '?', '/', '1'].every(isSingle)).toBe(true)
    expect(['Ctrl+K', 'Alt+ArrowLeft'].some(isSingle)).toBe(false)
  })

  it('belongs to the text being written, an input method’s too', () => {
    const field = document.createElement('textarea')
    document.body.append(field)
    const typed = press({ key: 's', bubbles: true })
    field.dispatchEvent(typed)
    expect(isWriting(typed)).toBe(true)
    expect(isWriting(press({ key: 's', isComposing: true }))).toBe(true)
    expect(isWriting(press({ key: 's' }))).toBe(false)
    field.remove()
  })

  it('belongs to the button it is on', () => {
    const button = document.createElement('button')
    document.body.append(button)
    const enter = press({ key: 'Enter', bubbles: true })
    button.dispatchEvent(enter)
    expect(isControls(enter)).toBe(true)
    const letter = press({ key: 's', bubbles: true })
    button.dispatchEvent(letter)
    expect(isControls(letter)).toBe(false)
    button.remove()
  })
})
