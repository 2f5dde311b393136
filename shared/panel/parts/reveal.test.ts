import { waitFor } from '@testing-library/preact'
import { beforeEach, describe, expect, it } from 'vitest'
import { reveal } from './reveal.ts'

const find = (selector: string): HTMLElement => {
  const found = document.querySelector(selector)
  if (found instanceof HTMLElement) return found
  throw new Error(`Not found: ${selector}.`)
}
const twoFrames = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 1))))

beforeEach(() => {
  document.body.innerHTML =
    '<div><article><h2 tabindex="-1">New</h2></article></div><button class="rf-choice">Yes</button><input>'
})

describe('a step that is revealed', () => {
  it('takes the focus from the answer that led to it', async () => {
    find('.rf-choice').focus()
    reveal(find('h2'))
    await waitFor(() => expect(document.activeElement).toBe(find('h2')))
  })

  it('leaves the focus to a field in which somebody writes', async () => {
    find('input').focus()
    reveal(find('h2'))
    await twoFrames()
    expect(document.activeElement).toBe(find('input'))
  })
})
