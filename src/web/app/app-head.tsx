import { Button } from '../../ui/button.tsx'
import { changeLanguage, languages } from '../../ui/translate.ts'
import { useTherapistText } from '../../ui/use-therapist-text.ts'

interface Props {
  /** Set while an account is open. */
  onLock?: () => void
  onSignOut?: () => void
}

/** The head of every page: home, language, and the way to lock. */
export function AppHead({ onLock, onSignOut }: Props) {
  const { t, language } = useTherapistText()
  const other = languages.find(known => known !== language) ?? 'en'
  return (
    <header className="app-head screen-only">
      <a className="brand" href="#/">
        {t('app.name')}
      </a>
      <nav className="row" aria-label={t('app.main')}>
        {onLock ? (
          <a className="button button-quiet" href="#/academy">
            {t('app.academy')}
          </a>
        ) : null}
        <Button kind="quiet" lang={other} onClick={() => changeLanguage(other)}>
          {t(`language.${other}`)}
        </Button>
        {onLock ? (
          <Button kind="quiet" onClick={onLock}>
            {t('app.lock')}
          </Button>
        ) : null}
        {onSignOut ? (
          <Button kind="quiet" onClick={onSignOut}>
            {t('app.sign-out')}
          </Button>
        ) : null}
      </nav>
    </header>
  )
}
