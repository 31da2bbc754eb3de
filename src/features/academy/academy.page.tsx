import academy from 'virtual:model/academy'
import { useEffect, useState } from 'react'
import { foldOwn } from '../../core/case/fold-own.ts'
import { Button } from '../../ui/button.tsx'
import { failureKey } from '../../ui/failure-key.ts'
import { Notice } from '../../ui/notice.tsx'
import { type TherapistKey, useTherapistText } from '../../ui/use-therapist-text.ts'
import { useSubscription } from '../../ui/use-subscription.ts'
import type { OpenOwn, TherapistVault } from '../../vault/therapist-vault.types.ts'
import { AcademyHome } from './academy-home.page.tsx'
import type { Practice } from './practice.page.ts'
import { DrillPage } from './drill.page.tsx'
import { LessonPage } from './lesson.page.tsx'
import { loadRehearsal } from './load-rehearsal.page.ts'
import { RehearsalPage } from './rehearsal.page.tsx'
import { RehearsePage } from './rehearse.page.tsx'
import { SkillsPage } from './skills.page.tsx'
import { ThreesPage } from './threes.page.tsx'

interface Props {
  vault: TherapistVault
  /** What of the academy is looked at, as the address says. */
  section: string
  /** Which lesson or drill, by its id; which rehearsal or sheet, by a random one. */
  part: string
}

/** The academy: opens the account's own journal, where practice is sealed, and shows a page of it. */
export function AcademyPage({ vault, section, part }: Props) {
  const { t } = useTherapistText()
  const [own, setOwn] = useState<OpenOwn | null>(null)
  const [failure, setFailure] = useState<TherapistKey | null>(null)
  const [round, setRound] = useState(0)

  // `round` asks for another try
  useEffect(() => {
    let here = true
    setFailure(null)
    vault.openOwn().then(
      opened => here && setOwn(opened),
      error => here && setFailure(failureKey(error)),
    )
    return () => {
      here = false
    }
  }, [vault, round])

  // So that a rehearsal opens where the network is cut meanwhile.
  useEffect(() => {
    const timer = setTimeout(() => void loadRehearsal().catch(() => undefined), 1500)
    return () => clearTimeout(timer)
  }, [])

  if (failure)
    return (
      <main className="page stack">
        <Notice live>
          <p>{t(failure)}</p>
          <Button onClick={() => setRound(round + 1)}>{t('try-again')}</Button>
        </Notice>
      </main>
    )
  if (!own)
    return (
      <main className="page">
        <p role="status">{t('academy.opening')}</p>
      </main>
    )
  return <OpenAcademy own={own} section={section} part={part} />
}

function OpenAcademy({ own, section, part }: { own: OpenOwn; section: string; part: string }) {
  const { t } = useTherapistText()
  useSubscription(own)
  const practice: Practice = { own, state: foldOwn(own.entries), academy }
  return (
    <main className="page academy">
      <div className="academy-foot-line screen-only">
        {section ? <a href="#/academy">{t('academy.back')}</a> : <span />}
        <p className="sync small soft" role="status">
          {t(`sync.${own.sync}`)}
        </p>
      </div>
      {own.sync === 'full' ? (
        <Notice kind="care" live>
          <p>{t('sync.full')}</p>
        </Notice>
      ) : null}
      {own.faults.length > 0 ? (
        <Notice kind="care" title={t('academy.fault-title')} live>
          <p>{t('academy.fault')}</p>
        </Notice>
      ) : null}
      <div className="stack-wide" key={`${section}/${part}`}>
        <Section practice={practice} section={section} part={part} />
      </div>
    </main>
  )
}

function Section({ practice, section, part }: { practice: Practice; section: string; part: string }) {
  switch (section) {
    case 'lesson':
      return <LessonPage practice={practice} id={part} />
    case 'drill':
      return <DrillPage practice={practice} id={part} />
    case 'rehearse':
      return <RehearsePage practice={practice} />
    case 'rehearsal':
      return <RehearsalPage practice={practice} id={part} />
    case 'skills':
      return <SkillsPage practice={practice} />
    case 'threes':
      return <ThreesPage practice={practice} id={part} />
    default:
      return <AcademyHome practice={practice} />
  }
}
