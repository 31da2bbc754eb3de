import { type ComponentType, Suspense } from 'react'
import type { ServerState } from '../../core/protocol/account-protocol.ts'
import { Notice } from '../../ui/notice.tsx'
import { type TherapistKey, useTherapistText } from '../../ui/use-therapist-text.ts'
import { useSubscription } from '../../ui/use-subscription.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { AboutCase } from './about-case.page.tsx'
import { BlueprintSection } from './blueprint.page.tsx'
import { FaultNotice } from './fault-notice.page.tsx'
import { LinksSection } from './links.page.tsx'
import { MeetingsSection } from './meetings.page.tsx'
import { NotesSection } from './notes.page.tsx'
import { PlanSection } from './plan.page.tsx'
import { PrintSection } from './print.page.tsx'
import { RoomSection } from './room-door.page.tsx'
import type { RoomContent } from './room.ts'
import { SafetySection } from './safety.page.tsx'

/** What each section of a case is given. */
export interface SectionProps {
  open: OpenCase
  /** What of the section is looked at, as the address says after its name: a random id or a page of it; or empty. */
  part: string
  server: ServerState | null
  onRoom(content: RoomContent): void
}

/** One part of a case: its name in the address, its title, and its page. */
export interface CaseSection {
  id: string
  title: TherapistKey
  show: ComponentType<SectionProps>
}

const first: CaseSection[] = [
  { id: 'blueprint', title: 'section.blueprint', show: BlueprintSection },
  { id: 'plan', title: 'section.plan', show: PlanSection },
]
const last: CaseSection[] = [
  { id: 'meetings', title: 'section.meetings', show: MeetingsSection },
  { id: 'safety', title: 'section.safety', show: SafetySection },
  { id: 'room', title: 'section.room', show: RoomSection },
  { id: 'notes', title: 'section.notes', show: NotesSection },
  { id: 'links', title: 'section.links', show: LinksSection },
  { id: 'print', title: 'section.print', show: PrintSection },
]

interface Props extends SectionProps {
  section: string
  /** Sections that other features bring. */
  more: CaseSection[]
}

/** A case: its name, what does not hold, and its sections. Before anybody answered, the links come first. */
export function CaseSections({ open, section, part, more, server, onRoom }: Props) {
  const { t } = useTherapistText()
  useSubscription(open)
  const { state } = open
  const answered = Object.values(state.sheets).some(sheet => Object.keys(sheet.answers).length > 0)
  const wanted = section || (answered ? 'blueprint' : 'links')
  const sections = [...first, ...more, ...last]
  const current = sections.find(({ id }) => id === wanted) ?? sections[0]
  const unread = state.safety.filter(drop => !drop.opened).length
  if (!current) return null
  const Section = current.show
  return (
    <main className="page case">
      <div className="case-head screen-only">
        <p className="case-name">{state.name || t('case.unnamed')}</p>
        <p className="sync small soft" role="status">
          {t(`sync.${open.sync}`)}
        </p>
      </div>
      {open.sync === 'full' ? (
        <Notice kind="care" live>
          <p>{t('sync.full')}</p>
        </Notice>
      ) : null}
      <FaultNotice open={open} />
      <nav className="sections screen-only" aria-label={t('case.sections')}>
        {sections.map(({ id, title }) => (
          <a key={id} href={`#/case/${open.id}/${id}`} aria-current={id === current.id ? 'page' : undefined}>
            {t(title)}
            {id === 'safety' && unread > 0 ? (
              <>
                <span className="unread" aria-hidden="true" />
                <span className="visually-hidden">, {t('safety.waiting', { count: unread })}</span>
              </>
            ) : null}
          </a>
        ))}
      </nav>
      <div className="case-main stack-wide" key={current.id}>
        <Suspense fallback={<p role="status">{t('case.opening-part')}</p>}>
          <Section open={open} part={part} server={server} onRoom={onRoom} />
        </Suspense>
      </div>
      <AboutCase open={open} />
    </main>
  )
}
