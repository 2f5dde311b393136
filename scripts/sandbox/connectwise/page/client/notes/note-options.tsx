/** Where a text shows and who is mailed: the three displays in ConnectWise's order, then the e-mail boxes. */
export interface NoteOptions {
  discussion: boolean
  internal: boolean
  resolution: boolean
  emailContact: boolean
  emailResources: boolean
  emailCc: boolean
}

/** What a new note starts with: nothing chosen but the display of the tab it was opened from, and no mail. */
export function optionsFor(tab: 'all' | 'discussion' | 'internal' | 'resolution'): NoteOptions {
  return {
    discussion: tab === 'discussion',
    internal: tab === 'internal',
    resolution: tab === 'resolution',
    emailContact: false,
    emailResources: false,
    emailCc: false,
  }
}

const displays = [
  { key: 'discussion', label: 'Discussion', cwid: 'cb_discussion' },
  { key: 'internal', label: 'Internal', cwid: 'cb_internal' },
  { key: 'resolution', label: 'Resolution', cwid: 'cb_resolution' },
] as const

/** The check boxes of the note and time dialogs. */
export function NoteOptionBoxes(props: {
  options: NoteOptions
  contact: string
  resources: string
  cc: string
  onChange: (options: NoteOptions) => void
}) {
  const mails = [
    { key: 'emailContact', label: `Contact${props.contact && ` (${props.contact})`}` },
    { key: 'emailResources', label: `Resources${props.resources && ` (${props.resources})`}` },
    { key: 'emailCc', label: `Cc${props.cc && ` (${props.cc})`}` },
  ] as const
  const box = (key: keyof NoteOptions, label: string, cwid: string) => (
    <label key={key} className="CwCheckbox" data-cwid={cwid}>
      <input
        type="checkbox"
        checked={props.options[key]}
        onChange={(event) => props.onChange({ ...props.options, [key]: event.target.checked })}
      />
      {label}
    </label>
  )
  return (
    <>
      <fieldset className="TicketNote-displays">
        <legend>Show in</legend>
        {displays.map((display) => box(display.key, display.label, display.cwid))}
      </fieldset>
      <fieldset className="TicketNote-mails">
        <legend>Send as e-mail to</legend>
        {mails.map((mail) => box(mail.key, mail.label, `cb_${mail.key.toLowerCase()}`))}
      </fieldset>
    </>
  )
}
