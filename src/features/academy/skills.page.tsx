import { estimateSkills } from '../../core/simulation/estimate-skills.ts'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { Practice } from './practice.page.ts'
import { SkillList } from './skill-list.page.tsx'
import { useRehearsalParts } from './use-rehearsal-parts.page.ts'

/** The seven skills over all hours that were ended: how often each was seen, and where it seems to stand. */
export function SkillsPage({ practice }: { practice: Practice }) {
  const { t } = useTherapistText()
  const { parts, failure } = useRehearsalParts()
  const { observations, rehearsals } = practice.state
  const ended = rehearsals.filter(({ endedAt, observations: seen }) => endedAt && seen.length > 0).length
  return (
    <>
      <header className="stack">
        <PageTitle>{t('skills.title')}</PageTitle>
        <p>{t('skills.what')}</p>
        <p className="small soft">{t('skills.private')}</p>
      </header>
      {failure ? (
        <Notice live>
          <p>{t(failure)}</p>
        </Notice>
      ) : null}
      {ended === 0 ? (
        <section className="stack">
          <p className="lead">{t('skills.none')}</p>
          <p>
            <a className="button button-main" href="#/academy/rehearse">
              {t('academy.rehearse-choose')}
            </a>
          </p>
        </section>
      ) : parts ? (
        <section className="stack">
          <p>{t('skills.hours', { count: ended })}</p>
          <SkillList skills={parts.rehearsal.skills} estimates={estimateSkills(observations)} />
          <p className="small soft">{t('skills.how')}</p>
        </section>
      ) : failure ? null : (
        <p role="status">{t('rehearse.coming')}</p>
      )}
    </>
  )
}
