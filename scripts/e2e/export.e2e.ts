import { readFile } from 'node:fs/promises'
import { expect, test } from './fixtures.ts'

test('the note is taken elsewhere as Markdown, text and web page, with what identifies people replaced', async ({
  openTicket,
  page,
}) => {
  const pod = await openTicket()
  await pod.withoutFlow('Pinged 10.20.30.40 from the *server* <room>')
  await page.keyboard.press('x')
  const download = async (format: string) => {
    const arriving = page.waitForEvent('download')
    const row = pod.dialog.getByRole('listitem').filter({ hasText: format })
    await row.getByRole('button', { name: 'Download' }).click()
    const file = await arriving
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
  }
  const markdown = await download('Markdown')
  expect(markdown.name).toBe(`ticket-${pod.ticket}-note.md`)
  expect(markdown.text).toContain('Pinged \\[IP-1\\] from the \\*server\\*')
  const text = await download('Plain text')
  expect(text.name).toBe(`ticket-${pod.ticket}-note.txt`)
  expect(text.text).toContain('Pinged [IP-1] from the *server* <room>')
  const html = await download('Web page')
  expect(html.name).toBe(`ticket-${pod.ticket}-note.html`)
  expect(html.text).toContain('<!doctype html>')
  expect(html.text).toMatch(/Pinged \[IP-1\].*&lt;room&gt;/)
  for (const file of [markdown, text, html]) expect(file.text).not.toContain('10.20.30.40')
})
