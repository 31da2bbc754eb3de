/** A request that is refused on purpose: a stable code, an HTTP status, and a title that says it plainly. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  /** Seconds after which asking again may work, where that is so. */
  readonly retryAfterS: number | null
  constructor(status: number, code: string, title: string, retryAfterS: number | null = null) {
    super(title)
    this.name = 'Refusal'
    this.status = status
    this.code = code
    this.retryAfterS = retryAfterS
  }
}

/** There is no such thing, or it is not the caller's: the two answer with the same bytes. */
export class NotFound extends Refusal {
  constructor() {
    super(404, 'not-found', 'There is nothing here for you.')
    this.name = 'NotFound'
  }
}

/** Nobody is signed in who could ask for this. */
export class SignedOut extends Refusal {
  constructor() {
    super(401, 'signed-out', 'Please sign in first.')
    this.name = 'SignedOut'
  }
}

/** The request does not have the form that the protocol asks for. */
export class BadInput extends Refusal {
  constructor(code: string, title: string) {
    super(400, code, title)
    this.name = 'BadInput'
  }
}

/** The request does not fit what the server holds now. */
export class Conflict extends Refusal {
  constructor(code: string, title: string) {
    super(409, code, title)
    this.name = 'Conflict'
  }
}

/** Asked too often; `retryAfterS` says when to come back. */
export class TooMany extends Refusal {
  constructor(code: string, title: string, retryAfterS: number) {
    super(429, code, title, retryAfterS)
    this.name = 'TooMany'
  }
}
