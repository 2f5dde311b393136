import { isPossible, pressKey, runCommand } from '../commands/listen.ts'
import { commandById } from '../commands/registry.ts'
import { addOutlines } from '../parts/icon.tsx'
import { Banners } from './banners.tsx'
import { Browse } from './browse.tsx'
import { Dialogs } from './dialogs.tsx'
import { listenToDrops } from './drops.ts'
import { FreeWork } from './free-work.tsx'
import { InputForm } from './input-form.tsx'
import { Note } from './note.tsx'
import { laterOutlines } from './outlines.ts'
import { post } from './post.ts'
import { PostStrip } from './post-strip.tsx'
import { Progress } from './progress.tsx'
import { rejection } from './rejection.ts'
import { RestCard } from './rest-card.tsx'
import { Retries } from './retries.tsx'
import { SignInByHand } from './sign-in-by-hand.tsx'
import { tidySessions } from './tidy-sessions.ts'
import { Trail } from './trail.tsx'
import { TypedTarget } from './typed-target.tsx'
import { WhichTicket } from './which-ticket.tsx'

addOutlines(laterOutlines)

/** The parts of the panel that load once it is idle. */
export const later = {
  Banners,
  Browse,
  Dialogs,
  FreeWork,
  InputForm,
  Note,
  PostStrip,
  Progress,
  RestCard,
  Retries,
  SignInByHand,
  Trail,
  TypedTarget,
  WhichTicket,
  commandById,
  isPossible,
  listenToDrops,
  pressKey,
  runCommand,
  post,
  rejection,
  tidySessions,
}
export type Later = typeof later
