import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { useTherapistText } from './use-therapist-text.ts'

interface Props {
  title: string
  detail: string
  action: string
  grave?: boolean
  onSure(): void
  onClose(): void
}

/** Asks once more before something that cannot be taken back, or that somebody else will notice. */
export function SureDialog({ title, detail, action, grave = false, onSure, onClose }: Props) {
  const { t } = useTherapistText()
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{detail}</p>
      <div className="row">
        <Button kind={grave ? 'grave' : 'main'} onClick={onSure}>
          {action}
        </Button>
        <Button onClick={onClose}>{t('leave-as-is')}</Button>
      </div>
    </Dialog>
  )
}
