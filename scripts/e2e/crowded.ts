import type { Page } from '@playwright/test'

/** What a crowded step must leave in sight. */
export interface Room {
  /** Lines of the step's text that can be read without scrolling, at least. */
  lines: number
  /** Answers that are wholly in sight, at least. */
  answers: number
}

/**
 * What is wrong with how the step on a page fits the window, in words; empty where its title is whole, enough of its
 * text and its answers and Post are in sight, nothing lies over anything else and all that is pressed is large enough.
 */
export function faultsOf(page: Page, room: Room): Promise<string[]> {
  return page.evaluate(({ lines, answers }) => {
    const find = (selector: string): Element => {
      const found = document.querySelector(selector)
      if (!found) throw new Error(`The page shows no ${selector}.`)
      return found
    }
    const box = (selector: string) => find(selector).getBoundingClientRect()
    const isCut = ({ scrollHeight, clientHeight }: Element) => scrollHeight > clientHeight + 1
    const faults: string[] = []
    const must = (holds: boolean, words: string) => {
      if (!holds) faults.push(words)
    }

    const scroller = box('.rf-scroll')
    const title = box('.rf-step > h2')
    const text = document.createRange()
    text.selectNodeContents(find('.rf-body'))
    // What fades out at the foot of the step cannot be read: it counts as out of sight.
    const readable = [...text.getClientRects()].filter(
      ({ height, top, bottom }) => height > 0 && top >= title.bottom - 1 && bottom <= scroller.bottom - 8,
    )
    const read = new Set(readable.map(({ bottom }) => Math.round(bottom / 6))).size
    must(title.top >= scroller.top - 1 && title.bottom <= scroller.bottom, 'the title is not in sight')
    must(read >= lines, `${read} lines of the text are in sight`)

    const dock = box('.rf-dock')
    const choices = [...document.querySelectorAll('.rf-choice')]
    const shown = choices.filter((choice) => {
      const { top, bottom } = choice.getBoundingClientRect()
      return top >= dock.top && bottom <= Math.min(dock.bottom, innerHeight)
    })
    must(shown.length >= answers, `${shown.length} answers are in sight`)
    for (const [at, one] of choices.entries())
      for (const other of choices.slice(at + 1)) {
        const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()]
        const apart = a.bottom <= b.top || b.bottom <= a.top || a.right <= b.left || b.right <= a.left
        must(apart, `"${one.textContent}" lies over "${other.textContent}"`)
      }
    for (const choice of choices) {
      const label = choice.querySelector('span:not(.rf-key)')
      const isNamed = choice.getAttribute('title') === label?.textContent
      must(isNamed || (label !== null && !isCut(label)), `"${choice.textContent}" is cut and named nowhere`)
      must(answers !== 5 || (label !== null && !isCut(label)), `"${choice.textContent}" is cut`)
    }

    const toolbar = box('.rf-toolbar')
    must(toolbar.bottom <= innerHeight + 0.5, 'Post is out of sight')
    const stack = ['.rf-header', '.rf-scroll', '.rf-dock', '.rf-toolbar']
    for (const [at, part] of stack.slice(1).entries())
      must(box(part).top >= box(stack[at] ?? part).bottom - 0.5, `${part} lies over ${stack[at]}`)
    for (const button of document.querySelectorAll('.rf-choice, .rf-toolbar button, .rf-header button')) {
      const { width, height } = button.getBoundingClientRect()
      must(width === 0 || (width >= 32 && height >= 32), `${button.outerHTML.slice(0, 80)} is small`)
    }
    return faults
  }, room)
}
