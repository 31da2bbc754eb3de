import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'

interface Props {
  title: string
  detail: string
  action: string
  grave?: boolean
  onSure(): void
  onClose(): void
}

/** Asks once more before something that cannot be taken back. */
export function AskFirst({ title, detail, action, grave = false, onSure, onClose }: Props) {
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
