import { lazy } from 'react'
import type { CaseSection } from '../../features/case/case-sections.page.tsx'

const load = () => import('./session-part.ts')

/** Loads the session pages before they are asked for, so that they open where the network is cut meanwhile. */
export const prepareSession = (): void =>
  void load().then(
    part => part.prepare(),
    () => undefined,
  )

/** The parts of a case that sessions bring; loaded apart, so that the first page stays light. */
export const sessionSections: CaseSection[] = [
  {
    id: 'session',
    title: 'section.session',
    show: lazy(() => load().then(part => ({ default: part.SessionSection }))),
  },
  {
    id: 'reading',
    title: 'section.reading',
    show: lazy(() => load().then(part => ({ default: part.ReadingSection }))),
  },
  {
    id: 'ledgers',
    title: 'section.ledgers',
    show: lazy(() => load().then(part => ({ default: part.LedgersSection }))),
  },
]
