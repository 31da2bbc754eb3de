import { useEffect, useState } from 'react'
import { Heading } from './frame.page.tsx'
import { useWording } from './language-context.page.tsx'
import { useSeat } from './seat-context.page.tsx'

/** Who asks, what this is, how long it takes, and the two words. */
export function WelcomePage(props: { onGoOn(): void }) {
  const { t, language } = useWording()
  const { setting, vault } = useSeat()
  const [words, setWords] = useState<{ en: string; fr: string } | null>(null)
  useEffect(() => {
    vault.words().then(setWords, () => {})
  }, [vault])
  return (
    <div className="page">
      <Heading>{t.welcome.title(setting.therapist)}</Heading>
      <p className="lead">{t.welcome.what}</p>
      <p>{t.welcome.time}</p>
      <p>{t.welcome.skip}</p>
      <p>{t.nobodyLive}</p>
      <p>{t.welcome.exit}</p>
      <aside className="words">
        <p>{t.welcome.words(words?.[language] ?? '…')}</p>
        <p className="soft small">{t.welcome.wordsWhy(setting.therapist)}</p>
      </aside>
      <button type="button" className="main" onClick={props.onGoOn}>
        {t.goOn}
      </button>
    </div>
  )
}
