import { type ReactNode, useId, useState } from 'react'
import { autoId, gwt } from './gwt.ts'

/** A labelled field. `hook` is the class by which ConnectWise marks the input, `cwid` the wrapper's data-cwid. */
export function Field(props: { label: string; cwid: string; children: (id: string) => ReactNode }) {
  const id = useId()
  const [auto] = useState(autoId)
  return (
    <div className={`cw_Field ${gwt('field')}`} data-cwid={props.cwid} id={auto}>
      <label className={`cw_FieldLabel ${gwt('label')}`} htmlFor={id}>
        {props.label}
      </label>
      {props.children(id)}
    </div>
  )
}

/** A field that only shows its value. */
export function ShownField(props: { label: string; cwid: string; hook: string; value: string }) {
  return (
    <Field label={props.label} cwid={props.cwid}>
      {(id) => (
        <input id={id} className={`${props.hook} ${gwt('input')}`} value={props.value} readOnly={true} />
      )}
    </Field>
  )
}
