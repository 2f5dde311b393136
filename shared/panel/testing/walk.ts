import type { Mounted } from './mounted.ts'

/** Starts the flow that fits best and waits until its first step needs no network. */
export async function toFirstStep(panel: Mounted): Promise<void> {
  await panel.see('What fits this ticket')
  await panel.see('All flows')
  panel.press('Enter')
  await panel.see('Does Maria Lind get into webmail?')
  await panel.see('Ready to work offline')
}

/** Gives the first answer and opens the note. */
export async function toFirstNote(panel: Mounted): Promise<void> {
  await toFirstStep(panel)
  panel.press('1')
  await panel.see('Read the token state')
  panel.press('Escape')
  panel.press('w')
  await panel.see('What will be posted')
}
