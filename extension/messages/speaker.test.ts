import { describe, expect, it } from 'vitest'
import { isBehindThePage, type Sender, speakerOf } from './speaker.ts'

const ownId = 'fdbegpmcehfbdknmddghclphbmfnjjba'
const own = `chrome-extension://${ownId}`
const site = 'https://na.myconnectwise.net'
const judge = { ownId, isTicketSite: (origin: string) => origin === site }
const page: Sender = { id: ownId, origin: site, frameId: 0, tab: { id: 7 } }

describe('who speaks', () => {
  it.each<[string, Sender]>([
    ['the worker', { id: ownId, origin: own }],
    ['the side panel', { id: ownId, origin: own }],
    ['a page of ours in a tab', { id: ownId, origin: own, frameId: 0, tab: { id: 7 } }],
  ])('%s is our own', (_, sender) => {
    expect(speakerOf(sender, judge)).toBe('own')
  })

  it('our script in the top frame of a ticket page is that page', () => {
    expect(speakerOf(page, judge)).toBe('ticket_page')
  })

  it.each<[string, Sender]>([
    ['another extension', { ...page, id: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' }],
    ['another extension that names our origin', { id: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', origin: own }],
    ['nobody known', { origin: own }],
    ['our script in a frame of a ticket page', { ...page, frameId: 4 }],
    ['our script where no frame is named', { id: ownId, origin: site, tab: { id: 7 } }],
    ['our script in no tab', { id: ownId, origin: site, frameId: 0 }],
    ['our script on another site', { ...page, origin: 'https://na.myconnectwise.net.evil.example' }],
    ['our script on a page without an origin', { ...page, origin: 'null' }],
    ['our script on a page of another scheme', { ...page, origin: 'http://na.myconnectwise.net' }],
    [
      'a page that has our address but not our origin',
      Object.assign({ url: `${own}/panel.html` }, page, { origin: 'https://evil.example' }),
    ],
  ])('%s is nobody', (_, sender) => {
    expect(speakerOf(sender, judge)).toBeNull()
  })
})

describe('whom a ticket page answers', () => {
  it('is our worker, and our side panel, which is in no tab', () => {
    expect(isBehindThePage({ id: ownId, origin: own }, ownId)).toBe(true)
    expect(isBehindThePage({ id: ownId }, ownId)).toBe(true)
  })

  it.each<[string, Sender]>([
    ['our script in any page', page],
    ['a page of ours in a tab', { id: ownId, origin: own, tab: { id: 7 } }],
    ['another extension', { id: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', origin: own }],
    ['another origin', { id: ownId, origin: site }],
    ['nobody known', {}],
  ])('is not %s', (_, sender) => {
    expect(isBehindThePage(sender, ownId)).toBe(false)
  })
})
