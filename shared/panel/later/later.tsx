import { Dialogs } from './dialogs.tsx'
import { switchAudience, switchKind, switchScope } from './draft.ts'
import { Note } from './note.tsx'
import { post } from './post.ts'
import { PostStrip } from './post-strip.tsx'
import { canUndo, sendNow, undo } from './posts.ts'

/** The parts of the panel that load once it is idle. */
export const later = {
  Dialogs,
  Note,
  PostStrip,
  post,
  switchKind,
  switchAudience,
  switchScope,
  canUndo,
  undo,
  sendNow,
}
export type Later = typeof later
