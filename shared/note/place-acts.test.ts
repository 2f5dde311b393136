import { describe, expect, it } from 'vitest'
import { noteOf, ready, textOf, who } from './testing/note-of.ts'
import { at, checklist, printer } from './testing/printer-flow.ts'
import { eventId, type Happening } from './testing/scripted-session.ts'

describe('done or tried', () => {
  it('calls an instruction done only once a resolved session proves it', () => {
    const script: Happening[] = [who, ready, { minute: 4, type: 'done', step: at('spooler') }]
    const sections = (more: Happening[]) =>
      noteOf(printer, [...script, ...more]).sections.map(({ kind, lines }) => [
        kind,
        lines.map((l) => l.text),
      ])
    expect(sections([])).toContainEqual(['tried', ['Printer status: Ready', 'Restarted the print spooler']])
    const passed: Happening = { minute: 5, type: 'answered', step: at('test'), choice: 'yes' }
    expect(sections([passed])).toContainEqual(['done', ['Restarted the print spooler']])
  })

  it('leaves the attempt before a failed check among what was tried', () => {
    const note = noteOf(printer, [
      who,
      ready,
      { minute: 4, type: 'done', step: at('spooler') },
      { minute: 5, type: 'answered', step: at('test'), choice: 'again' },
      { minute: 6, type: 'acted', text: 'Replaced the driver' },
      { minute: 7, type: 'done', step: at('spooler') },
      { minute: 8, type: 'answered', step: at('test'), choice: 'yes' },
    ])
    const textsIn = (kind: string) =>
      note.sections.find((section) => section.kind === kind)?.lines.map(({ text }) => text)
    expect(textsIn('tried')).toEqual([
      'Printer status: Ready',
      'Restarted the print spooler',
      'Test page printed: no',
    ])
    expect(textsIn('done')).toEqual(['Replaced the driver', 'Restarted the print spooler'])
    expect(textsIn('verified')).toEqual(['Test page printed: yes'])
  })

  it('calls verified what passed after something was done, or ended the session', () => {
    const check = (when: number, choice: string): Happening => ({
      minute: when,
      type: 'answered',
      step: at('test'),
      choice,
    })
    const skip: Happening = { minute: 3, type: 'skipped', step: at('spooler'), reason: 'done_before' }
    const verified = (script: Happening[]) =>
      noteOf(printer, script)
        .sections.find(({ kind }) => kind === 'verified')
        ?.lines.map(({ text }) => text)
    expect(verified([who, ready, skip, check(4, 'yes')])).toEqual(['Test page printed: yes'])
    const early = [who, ready, skip, check(4, 'part')]
    expect(verified(early)).toBeUndefined()
    const spooler: Happening = { minute: 5, type: 'done', step: at('spooler') }
    expect(verified([...early, spooler, check(6, 'yes')])).toEqual(['Test page printed: yes'])
  })

  it('calls every instruction of a checklist done, whatever comes after', () => {
    const note = noteOf(checklist, [who, ready, { minute: 4, type: 'done', step: at('spooler') }])
    expect(note.sections.find(({ kind }) => kind === 'done')?.lines.map(({ text }) => text)).toEqual([
      'Restarted the print spooler',
    ])
  })

  it('takes what the user says as reported only until the technician acts', () => {
    const acted: Happening = { minute: 0, type: 'acted', text: 'Looked at the printer' }
    expect(noteOf(printer, [who, acted]).sections[0]?.kind).toBe('reported')
    expect(noteOf(printer, [acted, who]).sections[0]?.kind).toBe('tried')
  })

  it('puts evidence beside the check it belongs to', () => {
    const note = noteOf(printer, [
      who,
      ready,
      { minute: 4, type: 'done', step: at('spooler') },
      {
        minute: 5,
        type: 'evidence',
        step: at('test'),
        title: '',
        text: '\n\u001b[32mRunning\u001b[0m\n',
        source: 'pasted',
      },
      { minute: 6, type: 'answered', step: at('test'), choice: 'yes' },
    ])
    expect(note.sections.find(({ kind }) => kind === 'verified')?.lines).toMatchObject([
      { text: 'Pasted result', output: 'Running', audience: 'internal' },
      { text: 'Test page printed: yes' },
    ])
  })
})

describe('late acts', () => {
  const script: Happening[] = [
    who,
    { ...ready, by: 'jonas' },
    { minute: 3, type: 'answered', step: at('status'), choice: 'offline' },
    { minute: 4, type: 'done', step: at('spooler') },
  ]

  it('stand under also done', () => {
    const text = textOf(printer, script)
    expect(text).toContain('Also done: 15:03 Printer status: Offline.')
    expect(text).toContain('15:02 Printer status: Ready (Jonas Beck).')
  })

  it('do not draw evidence of their step along', () => {
    const pasted: Happening = {
      minute: 1,
      type: 'evidence',
      step: at('cable'),
      title: 'ipconfig',
      text: 'x',
      source: 'pasted',
    }
    const note = noteOf(printer, [pasted, { minute: 2, type: 'done', step: at('cable') }])
    expect(note.sections.map(({ kind }) => kind)).toEqual(['tried', 'also_done'])
  })

  it('vanish once struck and come back when kept', () => {
    const strike: Happening = { minute: 5, type: 'late_judged', event: eventId(3), keep: false }
    expect(textOf(printer, [...script, strike])).not.toContain('Also done')
    expect(textOf(printer, [...script, strike, { ...strike, keep: true }])).toContain('Also done')
  })
})
