/**
 * What the server keeps. Ids are text, times ISO text in UTC, truths 0 or 1; keys, hashes and sealed bytes base64url,
 * except entries, which are bytes. Where a row belongs to a case, its key begins with the case.
 */
export interface Tables {
  invitations: {
    code_hash: string
    /** The account that invited; null for the code that the first start prints. */
    account_id: string | null
    expires_at: string
  }
  accounts: {
    account_id: string
    /** Folded: what sign-in compares. */
    name: string
    /** As it was typed. */
    sign_in_name: string
    opaque_record: string
    recipient: string
    master_key: string
    lockbox: string
    recovery_lockbox: string
    recovery_hash: string
    keyring_version: number
    keyring: string
  }
  account_sign_ins: { token_hash: string; account_id: string; expires_at: string }
  cases: { case_id: string; account_id: string; request_hash: string }
  seats: {
    case_id: string
    seat_id: string
    /** Counts the seat's links; each has its own OPRF key. */
    generation: number
    claim_hash: string
    door_hash: string
    welcome: string
    expires_at: string
    revoked: number
    has_left: number
    claimed_at: string | null
    /** The claim as it was sent, JSON; null while the link is open. */
    claim: string | null
    /** How far each journal's entries went into the claim's reply, JSON: asked again, it is the same. */
    claim_positions: string | null
    /** The Ed25519 master key that the claim named. */
    master_key: string | null
    resume_hash: string | null
    keyring_version: number
    keyring: string | null
    /** PIN evaluations since the last proven one. */
    tries: number
    /** Before this moment no further one is made. */
    next_try_at: string
  }
  /** Every master key that a seat has had; entries written under an earlier link still have to verify. */
  seat_masters: { case_id: string; seat_id: string; master_key: string }
  seat_sign_ins: { case_id: string; seat_id: string; token_hash: string; expires_at: string }
  journals: {
    case_id: string
    journal_id: string
    /** Whether the case's account reads it; a seat's `own` it doesn't. */
    therapist: number
    epoch: number
    position: number
    /** Whether anything was ever erased here: most journals need not be asked. */
    erasures: number
  }
  /** What entries that erase have named: also what is not here yet, as after a backup was restored. */
  erasures: {
    case_id: string
    journal_id: string
    hash: string
    /** Whose entry named it. */
    master_key: string
    /** Whether they led the journal, and so may erase what others wrote. */
    led: number
  }
  journal_seats: { case_id: string; journal_id: string; seat_id: string }
  /** The newest entry of each device in each journal. */
  chains: {
    case_id: string
    journal_id: string
    device: string
    master_key: string
    /** The seat whose device it is; null for the case's account. */
    seat_id: string | null
    sequence: number
    hash: string
  }
  /** No time of receipt: when somebody wrote is theirs. */
  entries: {
    case_id: string
    journal_id: string
    position: number
    hash: string
    device: string
    sequence: number
    bytes: Uint8Array
  }
  migrations: { name: string }
}
