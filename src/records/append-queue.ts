import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** Decides from what is stored and then writes. It must not write before it has decided: others share its transaction. */
export type Append<T = unknown> = (transaction: Transaction<Tables>) => Promise<T>

interface Waiting {
  append: Append
  resolve(value: unknown): void
  reject(error: unknown): void
}

/** A decision to refuse, taken before anything was written; the others in the same transaction go on. */
export class RefusedBeforeWriting extends Error {
  readonly refusal: Error
  constructor(refusal: Error) {
    super('refused before writing')
    this.refusal = refusal
  }
}

/** As many appends as one transaction takes, so that the first in it does not wait for long. */
const mostAtOnce = 64
/** How long a commit waits for appends that are still being checked, in milliseconds. */
const patienceMs = 4

/**
 * Puts appends that arrive together into one transaction, since the wait for the disk is most of what each costs. What
 * is known to be on its way is waited for, a little. None is acknowledged before the commit; if the commit fails, all
 * of them fail and nothing of them is stored.
 */
export class AppendQueue {
  private waiting: Waiting[] = []
  private running = false
  /** Appends that were announced and have not come yet. */
  private coming = 0
  private wake: (() => void) | null = null
  private readonly database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.database = database
  }

  /** Announces an append that `check` still has to find good, and adds it then. @throws what `check` throws */
  async addChecked<C, T>(check: () => Promise<C>, append: (checked: C) => Append<T>): Promise<T> {
    this.coming += 1
    let added: Promise<T>
    try {
      added = this.add(append(await check()))
    } finally {
      this.coming -= 1
      if (this.coming === 0) this.wake?.()
    }
    return added
  }

  private add<T>(append: Append<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({ append, resolve: resolve as (value: unknown) => void, reject })
      if (this.waiting.length >= mostAtOnce) this.wake?.()
      if (!this.running) {
        this.running = true
        setImmediate(() => void this.run())
      }
    })
  }

  private async run(): Promise<void> {
    while (this.waiting.length > 0) {
      await this.gather()
      await this.commit(this.waiting.splice(0, mostAtOnce))
    }
    this.running = false
  }

  /** Until there are as many as one transaction takes, nothing more is on its way, or it takes too long. */
  private async gather(): Promise<void> {
    if (this.coming === 0 || this.waiting.length >= mostAtOnce) return
    await new Promise<void>(done => {
      const late = setTimeout(done, patienceMs)
      this.wake = () => {
        clearTimeout(late)
        done()
      }
    })
    this.wake = null
  }

  private async commit(batch: Waiting[]): Promise<void> {
    const settle: (() => void)[] = []
    try {
      await this.database.transaction().execute(async transaction => {
        for (const { append, resolve, reject } of batch) {
          try {
            const value = await append(transaction)
            settle.push(() => resolve(value))
          } catch (error) {
            if (!(error instanceof RefusedBeforeWriting)) throw error
            settle.push(() => reject(error.refusal))
          }
        }
      })
    } catch (error) {
      for (const { reject } of batch) reject(error)
      return
    }
    for (const done of settle) done()
  }
}
