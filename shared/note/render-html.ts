import { arrangeNote, type RenderOptions } from './arrange-note.ts'
import type { ArrangedLine, Block } from './block.ts'
import type { NoteDocument } from './document.ts'
import { english } from './strings.ts'

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
const STYLE =
  'body{font:15px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1e293b}' +
  'h1{font-size:1.25rem}h2{font-size:1rem;margin:1.25rem 0 .25rem}ul{margin:0;padding-left:1.25rem}' +
  'pre{background:#f1f5f9;padding:.5rem .75rem;white-space:pre-wrap;overflow-wrap:anywhere}time{color:#475569}'

/**
 * The note as an HTML page that stands alone: one style element, no script, nothing fetched, and a policy that
 * forbids both. `title` heads the page, such as the ticket's number and summary.
 */
export function renderHtml(note: NoteDocument, options: RenderOptions & { title?: string }): string {
  const { strings = english } = options
  const title = escapeHtml(options.title ?? strings.documentTitle)
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(strings.language)}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer">',
    `<title>${title}</title><style>${STYLE}</style></head>`,
    `<body><h1 dir="auto">${title}</h1>`,
    ...arrangeNote(note, options).blocks.map(drawn),
    '</body></html>',
    '',
  ].join('\n')
}

function drawn(block: Block): string {
  if (block.kind === 'list') return `<ul>${block.lines.map(item).join('')}</ul>`
  const text = escapeHtml(block.text)
  if (block.kind === 'output') return `<pre>${text}</pre>`
  return block.kind === 'heading' ? `<h2>${text}</h2>` : `<p dir="auto">${text}</p>`
}

function item({ when, text, output }: ArrangedLine): string {
  const time = when ? `<time>${escapeHtml(when)}</time> ` : ''
  return `<li dir="auto">${time}${escapeHtml(text)}${output ? `<pre>${escapeHtml(output)}</pre>` : ''}</li>`
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}
