import { isPossible, pressKey, runCommand } from '../commands/listen.ts'
import { commandById } from '../commands/registry.ts'
import { addOutlines } from '../parts/icon.tsx'
import { AbovePick, BelowPick } from './around-pick.tsx'
import { Banners } from './banners.tsx'
import { begin } from './begin.ts'
import { Dialogs } from './dialogs.tsx'
import { FreeWork } from './free-work.tsx'
import { GoOn, passedHere } from './go-on.tsx'
import { InputForm } from './input-form.tsx'
import { keepView } from './keep-view.ts'
import { measure } from './measure.ts'
import { Note } from './note.tsx'
import { laterOutlines } from './outlines.ts'
import { post } from './post.ts'
import { PostStrip } from './post-strip.tsx'
import { Progress } from './progress.tsx'
import { rejection } from './rejection.ts'
import { RestCard } from './rest-card.tsx'
import { goOn, RestDock } from './rest-dock.tsx'
import { Retries } from './retries.tsx'
import { sendOnceTaken } from './send-once-taken.ts'
import { SignInByHand } from './sign-in-by-hand.tsx'
import { Suggested } from './suggested.tsx'
import { tidySessions } from './tidy-sessions.ts'
import { Trail } from './trail.tsx'
import { TypedTarget } from './typed-target.tsx'
import { WhichTicket } from './which-ticket.tsx'

addOutlines(laterOutlines)

/** The parts of the panel that load once it is idle. */
export const later = {
  AbovePick,
  Banners,
  BelowPick,
  Dialogs,
  FreeWork,
  GoOn,
  InputForm,
  Note,
  PostStrip,
  Progress,
  RestCard,
  RestDock,
  Retries,
  SignInByHand,
  Suggested,
  Trail,
  TypedTarget,
  WhichTicket,
  begin,
  commandById,
  goOn,
  isPossible,
  keepView,
  measure,
  passedHere,
  pressKey,
  runCommand,
  post,
  rejection,
  sendOnceTaken,
  tidySessions,
}
export type Later = typeof later
