import { describe, expect, it } from 'vitest'
import type { TicketText } from '#api/ports/psa.ts'
import { makeMarker, markerLine } from '#shared/note/marker.ts'
import { findText } from './find-text.ts'
import { plannedJob } from './testing/planned-job.ts'
import { words } from './words.ts'

const sentAt = Date.UTC(2026, 0, 1, 12)
const marker = makeMarker(Uint8Array.from({ length: 9 }, (_, n) => n * 7))
const body = 'Printer offline at the front desk: the spooler had stopped and was restarted.'
const marked = `${body}\n\n${markerLine(marker)}`

const inTicket = (more: Partial<TicketText> = {}): TicketText => ({
  kind: 'note',
  id: 9,
  text: marked,
  discussion: false,
  internal: true,
  resolution: false,
  author: 'tech1',
  authorName: 'Tech One',
  byContact: false,
  createdAt: new Date(sentAt).toISOString(),
  ...more,
})

describe('a text with a marker', () => {
  const job = plannedJob({ delivery: { state: 'checking', marker, sentAt }, post: { text: marked } })
  const find = (...texts: TicketText[]) => findText(job, texts)
  const found = { kind: 'found', id: 9, author: 'tech1' }

  it('is found among others, and not where it is not', () => {
    expect(find(inTicket({ id: 1, text: 'Called the user.' }), inTicket())).toEqual(found)
    expect(find(inTicket({ text: body }))).toEqual({ kind: 'none' })
    expect(find()).toEqual({ kind: 'none' })
  })

  it.each([
    ['escaped by an editor', marked.replaceAll('-', '\\-')],
    ['with other blanks and line ends', marked.replaceAll('\n', '\r\n').replaceAll(' ', '\u00a0')],
    ['with a line added below', `${marked}\nThank you!`],
    ['in lower case', `${body} ${markerLine(marker).toLowerCase()}`],
  ])('is found %s', (_, text) => {
    expect(find(inTicket({ text }))).toEqual(found)
  })

  it('is found whoever ConnectWise names as the author, and says who', () => {
    expect(find(inTicket({ author: 'flowapi' }))).toEqual({ ...found, author: 'flowapi' })
    expect(find(inTicket({ author: null }))).toEqual({ ...found, author: null })
  })

  it('is not taken for found where somebody only quotes its reference', () => {
    const quote = inTicket({ id: 10, text: `Tom wrote: ${markerLine(marker)} — is that done?` })
    expect(find(quote)).toEqual({ kind: 'doubt', message: words.quoted })
    expect(find(quote, inTicket())).toEqual(found)
  })

  it('is not found in what the customer wrote', () => {
    expect(find(inTicket({ byContact: true, author: null }))).toEqual({ kind: 'none' })
  })

  it('leaves it to a person where its beginning was edited', () => {
    const text = marked.replace('Printer offline', 'The MFP was offline')
    expect(find(inTicket({ text }))).toEqual({ kind: 'doubt', message: words.quoted })
  })

  it('is found under the other kind, where somebody made a time entry of the note', () => {
    expect(find(inTicket({ kind: 'time' }))).toEqual(found)
    expect(find(inTicket({ kind: 'time', id: 4 }), inTicket())).toEqual(found)
  })

  it('is said to be there twice where it is', () => {
    expect(find(inTicket(), inTicket({ id: 12 }))).toEqual({
      kind: 'several',
      id: 9,
      author: 'tech1',
      of: 'note',
      copies: [
        { id: 9, at: inTicket().createdAt },
        { id: 12, at: inTicket().createdAt },
      ],
    })
  })
})

describe('a text the client can see', () => {
  const job = plannedJob({
    delivery: { state: 'checking', sentAt },
    post: { text: body },
    request: { audience: 'discussion' },
  })
  const find = (...texts: TicketText[]) => findText(job, texts)
  const same = (more: Partial<TicketText> = {}) => inTicket({ text: body, discussion: true, ...more })
  const at = (seconds: number) => new Date(sentAt + seconds * 1_000).toISOString()

  it('is found by author, time and every word', () => {
    expect(find(same())).toEqual({ kind: 'found', id: 9, author: 'tech1' })
    expect(find(same({ author: 'TECH1', text: `${body.replace(' ', '\u00a0 ')}\r\n` }))).toMatchObject({
      kind: 'found',
    })
    expect(find(same({ text: body.replace('stopped', 'crashed') }))).toEqual({ kind: 'none' })
    expect(find(same({ text: `${body} Thanks.` }))).toEqual({ kind: 'none' })
  })

  it('is not one from before it was sent, clocks being two minutes apart at most', () => {
    expect(find(same({ createdAt: at(-119) }))).toMatchObject({ kind: 'found' })
    expect(find(same({ createdAt: at(-121) }))).toEqual({ kind: 'none' })
  })

  it.each([
    ['under another name', { author: 'flowapi' }],
    ['under no name', { author: null }],
    ['without a time', { createdAt: null }],
    ['as a time entry', { kind: 'time' as const }],
  ])('leaves it to a person where the words are there %s', (_, more) => {
    expect(find(same(more))).toEqual({ kind: 'doubt', message: words.alikeButOther })
  })

  it('leaves it to a person where the words are there twice', () => {
    expect(find(same(), same({ id: 10 }))).toEqual({ kind: 'doubt', message: words.severalAlike })
  })

  it('is not the same words of an earlier post', () => {
    const others = [{ kind: 'note' as const, id: 9 }]
    expect(findText({ ...job, others }, [same()])).toEqual({ kind: 'none' })
    expect(findText({ ...job, others }, [same(), same({ id: 10 })])).toMatchObject({ kind: 'found', id: 10 })
    expect(findText({ ...job, others: [{ kind: 'time', id: 9 }] }, [same()])).toMatchObject({ kind: 'found' })
  })

  it('is said to be there twice once it is known to be there', () => {
    const posted = { ...job, delivery: { ...job.delivery, state: 'posted' as const, psaId: 9 } }
    expect(findText(posted, [same(), same({ id: 10 })])).toMatchObject({
      kind: 'several',
      of: 'note',
      copies: [{ id: 9 }, { id: 10 }],
    })
  })
})
