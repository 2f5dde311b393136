import type { FlowDraft } from '#shared/flow/flow.ts'

const subjects =
  'Badge reader|Projector|Time clock|Cash register|Payment terminal|Fax line|Door phone|Camera recorder|Citrix desktop|SAP client|Sage payroll|AutoCAD|Salesforce|Dentrix|Epic chart|Revit|Zoom room|Whiteboard|Tablet fleet|Barcode gun|Weighbridge|Franking machine|Digital sign|Elevator panel|Alarm panel|Power supply unit|Tape library|Storage array|Domain certificate|Web shop'
const faults =
  'not connecting|offline|locked|very slow|crashes on start|shows an error|asks for a licence|cannot be updated'

/** So many flows about other things, which fail in the same words as those that come with the product. */
export function distractors(count: number): FlowDraft[] {
  const pairs = faults
    .split('|')
    .flatMap((fault) => subjects.split('|').map((subject) => ({ subject, fault })))
  return pairs.slice(0, count).map(({ subject, fault }, index) => ({
    id: `other-${index}`,
    title: `${subject} ${fault}`,
    kind: 'troubleshooting',
    summary: `The ${subject.toLowerCase()} is ${fault} for one user or for all of them.`,
    symptoms: [
      `${subject} does not work`,
      `${subject} ${fault} since the update`,
      `Message on the ${subject.toLowerCase()}: connection to the server failed`,
      `After a new password the ${subject.toLowerCase()} cannot log in`,
    ],
    steps: [
      {
        id: 'look',
        start: true,
        kind: 'question',
        title: `Does the ${subject.toLowerCase()} answer?`,
        body: 'Look at its lights, its cable and its account. Restart it once.',
        choices: [
          { id: 'yes', label: 'Yes, it works for others', next: { to: 'end' } },
          { id: 'no', label: 'No, offline for everybody', next: { to: 'end' } },
        ],
      },
      { id: 'end', kind: 'outcome', title: 'Tier 2 takes over', outcome: 'escalate' },
    ],
  }))
}
