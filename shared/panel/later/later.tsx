import { isPossible, pressKey, runCommand } from '../commands/listen.ts'
import { commandById } from '../commands/registry.ts'
import { addOutlines } from '../parts/icon.tsx'
import { begin } from './begin.ts'
import { Banners } from './connection/banners.tsx'
import { SignInByHand } from './connection/sign-in-by-hand.tsx'
import { Dialogs } from './dialogs/dialogs.tsx'
import { Note } from './note/note.tsx'
import { laterOutlines } from './outlines.ts'
import { AbovePick, BelowPick } from './pick/around-pick.tsx'
import { Suggested } from './pick/suggested.tsx'
import { WhichTicket } from './pick/which-ticket.tsx'
import { post } from './posts/post.ts'
import { PostStrip } from './posts/post-strip.tsx'
import { keepView } from './sessions/keep-view.ts'
import { tidySessions } from './sessions/tidy-sessions.ts'
import { FreeWork } from './step/free-work.tsx'
import { GoOn, passedHere } from './step/go-on.tsx'
import { InputForm } from './step/input-form.tsx'
import { Progress } from './step/progress.tsx'
import { rejection } from './step/rejection.ts'
import { RestCard } from './step/rest-card.tsx'
import { goOn, RestDock } from './step/rest-dock.tsx'
import { Retries } from './step/retries.tsx'
import { TypedTarget } from './step/typed-target.tsx'
import { sendOnceTaken } from './texts/send-once-taken.ts'
import { measure } from './time/measure.ts'
import { Trail } from './trail/trail.tsx'

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
