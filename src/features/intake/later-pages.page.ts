import { EndPage } from './end.page.tsx'
import { HelpPage } from './help.page.tsx'
import { LeavePage } from './leave.page.tsx'
import { LookBackPage } from './look-back.page.tsx'
import { MenuPage } from './menu.page.tsx'
import { OwnNotePage } from './own-note.page.tsx'
import { ReleasePage } from './release.page.tsx'
import { SafetyPage } from './safety.page.tsx'
import { SetPinPage } from './set-pin.page.tsx'
import { StopPage } from './stop.page.tsx'

/** The pages that nobody needs before the first question: one file for everybody, so that its coming tells nothing. */
export const laterPages = {
  EndPage,
  HelpPage,
  LeavePage,
  LookBackPage,
  MenuPage,
  OwnNotePage,
  ReleasePage,
  SafetyPage,
  SetPinPage,
  StopPage,
}
