import type { Unread } from '../../core/transcript/transcript.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'

const shown = 200

/** What of a file could not be read as speech: shown as it stands, so that nothing is dropped in silence. */
export function UnreadLines({ unread }: { unread: Unread[] }) {
  const { t } = useTherapistText()
  if (unread.length === 0) return null
  return (
    <Disclosure summary={t('unread.title', { count: unread.length })}>
      <p>{t('unread.detail')}</p>
      <ul role="list" className="unread-lines">
        {unread.slice(0, shown).map((one, index) => (
          // Lines may repeat and never move
          <li key={index}>
            {one.line === null ? null : <span className="soft">{t('unread.line', { line: one.line })}</span>}{' '}
            <q>{one.text}</q>
          </li>
        ))}
      </ul>
      {unread.length > shown ? <p>{t('unread.more', { count: unread.length - shown })}</p> : null}
    </Disclosure>
  )
}
