import { type ReactNode, useEffect, useId, useRef } from 'react'

/** A modal dialog. Escape and the cross call `onClose`. */
export function Dialog(props: { title: string; wide?: boolean; onClose: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={props.wide ? 'CwDialog CwDialog-wide' : 'CwDialog'}
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault()
        props.onClose()
      }}
    >
      <div className="CwDialog-header">
        <h2 id={title}>{props.title}</h2>
        <button type="button" className="CwDialog-close" aria-label="Close" onClick={props.onClose}>
          ×
        </button>
      </div>
      <div className="CwDialog-content">{props.children}</div>
    </dialog>
  )
}

/** A question with two answers; the first one is what happens when in doubt. */
export function Question(props: {
  title: string
  text: string
  stay: string
  go: string
  onAnswer: (go: boolean) => void
}) {
  return (
    <Dialog title={props.title} onClose={() => props.onAnswer(false)}>
      <p>{props.text}</p>
      <div className="CwDialog-buttons">
        <button type="button" className="cw_Button cw_Button-primary" onClick={() => props.onAnswer(false)}>
          {props.stay}
        </button>
        <button type="button" className="cw_Button" onClick={() => props.onAnswer(true)}>
          {props.go}
        </button>
      </div>
    </Dialog>
  )
}
