import { convertToRaw, Editor, type EditorState, getDefaultKeyBinding, RichUtils } from 'draft-js'
import { type MouseEvent, useRef } from 'react'
import { gwt } from '../parts/gwt.ts'
import { toMarkdown } from './to-markdown.ts'

/** The text in the editor as Markdown. */
export function editorText(state: EditorState): string {
  return toMarkdown(convertToRaw(state.getCurrentContent()).blocks)
}

const styles = [
  { label: 'Bold', short: 'B', style: 'BOLD', kind: 'inline' },
  { label: 'Italic', short: 'I', style: 'ITALIC', kind: 'inline' },
  { label: 'Code', short: '<>', style: 'CODE', kind: 'inline' },
  { label: 'Bulleted list', short: '•', style: 'unordered-list-item', kind: 'block' },
  { label: '1. Numbered list', short: '1.', style: 'ordered-list-item', kind: 'block' },
] as const

/** The note editor: a Draft.js editor with the few styles that the stored Markdown can hold. */
export function RichEditor(props: {
  label: string
  state: EditorState
  onChange: (state: EditorState) => void
  onEscape: () => void
}) {
  const editor = useRef<Editor>(null)
  const apply = (event: MouseEvent, style: (typeof styles)[number]) => {
    event.preventDefault()
    const toggle = style.kind === 'inline' ? RichUtils.toggleInlineStyle : RichUtils.toggleBlockType
    props.onChange(toggle(props.state, style.style))
  }
  return (
    <div className="ManageNoteRichTextEditor-richEditor">
      <div className={`ManageNoteRichTextEditor-tools ${gwt('editor-tools')}`}>
        {styles.map((style) => (
          <button
            key={style.style}
            type="button"
            aria-label={style.label}
            title={style.label}
            onMouseDown={(event) => apply(event, style)}
            onClick={(event) => {
              if (event.detail === 0) apply(event, style)
            }}
          >
            <span aria-hidden="true">{style.short}</span>
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a wider target for the pointer; keys reach the editor itself */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the same */}
      <div className="ManageNoteRichTextEditor-text" onClick={() => editor.current?.focus()}>
        <Editor
          ref={editor}
          editorState={props.state}
          onChange={props.onChange}
          ariaLabel={props.label}
          placeholder="Type your note here"
          spellCheck={true}
          keyBindingFn={(event) => (event.key === 'Escape' ? 'leave' : getDefaultKeyBinding(event))}
          handleKeyCommand={(command, state) => {
            if (command === 'leave') {
              props.onEscape()
              return 'handled'
            }
            const next = RichUtils.handleKeyCommand(state, command)
            if (!next) return 'not-handled'
            props.onChange(next)
            return 'handled'
          }}
        />
      </div>
    </div>
  )
}
