import type { Page } from '@playwright/test'
import { type Extension, expect, test } from './launch-extension.ts'

const ticket = { id: 26251, kind: 'service' }
let ids = 0

/** Asks for an insert under an id of its own. */
const insert = (extension: Extension, text: string, more: Record<string, unknown> = {}) => {
  ids += 1
  return extension.ask({ type: 'insertNote', once: `id-${ids}`, ticket, text, audience: 'internal', ...more })
}

/** Opens a new note from the tab whose display it starts with. */
async function newNote(page: Page, psa: string, tab = 'Internal'): Promise<void> {
  await page.goto(`${psa}/?member=mrivera&ticket=26251`)
  await page.getByRole('tab', { name: tab }).click()
  await page.locator('.TicketNote-newNoteButton').click()
  await expect(editor(page)).toBeVisible()
}
const editor = (page: Page) => page.getByRole('textbox', { name: 'Note' })

/** What ConnectWise stores once the technician saves. */
async function saved(page: Page): Promise<string> {
  const sent = page.waitForRequest((request) => request.method() === 'POST' && /note/.test(request.url()))
  await page.locator('.TicketNote-newNoteDialogSaveButton').click()
  const body: { text?: string; note?: { text: string } } = (await sent).postDataJSON()
  await expect(editor(page)).toBeHidden()
  return body.text ?? body.note?.text ?? ''
}

test.describe('a note put into ConnectWise’s own editor', () => {
  for (const [what, text] of [
    ['one line', 'Restarted the spooler.'],
    ['many lines', `**Done**\n\n- one\n- two\n\n${'line\n'.repeat(60)}Ref ABCDE-FGHJK-MNPQR`],
    ['emoji and marks', 'Fine 👩🏽‍💻 é ü 漢字 \u00a0 <b>&amp;</b> `code`\tend'],
    ['text from right to left', 'שלום עולם\nمرحبا 123 abc'],
  ] as const)
    test(`holds ${what} just as asked, and ConnectWise saves it so`, async ({ page, extension, psa }) => {
      await newNote(page, psa)
      expect(await insert(extension, text)).toMatchObject({ outcome: 'inserted' })
      expect(await saved(page)).toBe(text)
    })

  test('stands behind what the technician wrote, wherever the caret was', async ({
    page,
    extension,
    psa,
  }) => {
    await newNote(page, psa)
    await editor(page).click()
    await page.keyboard.type('First line')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Second line')
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Shift+End')
    expect(await insert(extension, 'Ours\nand more')).toMatchObject({ outcome: 'inserted' })
    await page.keyboard.type(', typed on')
    expect(await saved(page)).toBe('First line\nSecond line\n\nOurs\nand more, typed on')
  })

  test('also while the side panel has the keyboard', async ({ page, extension, psa }) => {
    await newNote(page, psa)
    await editor(page).click()
    await page.keyboard.type('First line')
    await page.keyboard.press('Home')
    const panel = await extension.openPanel(page)
    await panel.locator('body').click()
    expect(await insert(extension, 'Ours\nand more')).toMatchObject({ outcome: 'inserted' })
    expect(await saved(page)).toBe('First line\n\nOurs\nand more')
  })

  test('stands there once for one id, and once where it is there already', async ({
    page,
    extension,
    psa,
  }) => {
    await newNote(page, psa)
    const answers = await Promise.all(
      Array.from({ length: 3 }, () => insert(extension, 'Ours', { once: 'the same' })),
    )
    expect(answers).toEqual(Array(3).fill({ once: 'the same', outcome: 'inserted' }))
    expect(await insert(extension, 'Ours')).toMatchObject({ outcome: 'inserted' })
    expect(await saved(page)).toBe('Ours')
  })

  test('is taken back where the editor would style it, and what was there stays', async ({
    page,
    extension,
    psa,
  }) => {
    await newNote(page, psa)
    await editor(page).click()
    await page.keyboard.type('First line')
    await page.keyboard.press('Control+b')
    expect(await insert(extension, 'Ours')).toMatchObject({ outcome: 'not_as_asked' })
    await expect(editor(page)).toHaveText('First line')
    await page.getByRole('button', { name: 'Bulleted list' }).click()
    expect(await insert(extension, 'Ours')).toMatchObject({ outcome: 'not_as_asked' })
    expect(await saved(page)).toBe('- First line')
  })
})

test.describe('nothing is put', () => {
  test('where no note is being written', async ({ page, extension, psa }) => {
    await page.goto(`${psa}/?member=mrivera&ticket=26251`)
    await expect.poll(extension.hint).toHaveLength(1)
    expect(await insert(extension, 'Ours')).toMatchObject({ outcome: 'no_editor' })
  })

  test('where the page shows another ticket', async ({ page, extension, psa }) => {
    await newNote(page, psa)
    for (const other of [
      { ...ticket, id: 26255 },
      { ...ticket, kind: 'project' },
    ])
      expect(await insert(extension, 'Ours', { ticket: other })).toMatchObject({ outcome: 'other_ticket' })
    await expect(editor(page)).toHaveText('')
  })

  test('where it would show to others than asked', async ({ page, extension, psa }) => {
    await newNote(page, psa, 'Discussion')
    expect(await insert(extension, 'Ours')).toMatchObject({ outcome: 'wrong_audience' })
    await page.getByRole('checkbox', { name: 'Internal' }).check()
    expect(await insert(extension, 'Ours')).toMatchObject({ outcome: 'wrong_audience' })
    expect(await insert(extension, 'Ours', { audience: 'discussion' })).toMatchObject({
      outcome: 'wrong_audience',
    })
    await page.getByRole('checkbox', { name: 'Discussion' }).uncheck()
    await page.getByRole('checkbox', { name: 'Resources' }).check()
    expect(await insert(extension, 'Ours')).toMatchObject({ outcome: 'would_mail' })
    await expect(editor(page)).toHaveText('')
    await page.getByRole('checkbox', { name: 'Resources' }).uncheck()
    expect(await insert(extension, 'Ours')).toMatchObject({ outcome: 'inserted' })
  })

  test('where the editor takes it otherwise: what was there is there again', async ({
    page,
    extension,
    psa,
  }) => {
    await newNote(page, psa)
    await editor(page).click()
    await page.keyboard.type('First line')
    await page.evaluate(() => {
      const set = DataTransfer.prototype.getData
      DataTransfer.prototype.getData = function (kind) {
        return set.call(this, kind).toUpperCase()
      }
    })
    expect(await insert(extension, 'Ours')).toMatchObject({ outcome: 'not_as_asked' })
    await expect(editor(page)).toHaveText('First line')
    expect(await saved(page)).toBe('First line')
  })
})
