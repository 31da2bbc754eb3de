import { mustFromBase64Url, toBase64Url, toText } from '../core/journal/bytes.ts'
import type {
  Account,
  Keyring,
  RegisterFinish,
  RegisterStartReply,
  SignInStartReply,
} from '../core/protocol/account-protocol.ts'
import { ask } from './ask.ts'
import { cryptography } from './cryptography.ts'
import { makeRecoveryCode, openLockbox, passphraseKey, recoveryKeys, sealLockbox } from './lockbox.ts'
import { OpenedAccount } from './opened-account.ts'
import { Offline, OpenElsewhere, Refused, type World } from './ports.ts'
import { deviceSeed, keepAccount, openKept, readKept } from './therapist-device.ts'
import {
  type AccountSecrets,
  openKeyring,
  sealKeyring,
  type TherapistKeyring,
  uniteKeyrings,
} from './therapist-keyring.ts'
import type { TherapistAccount } from './therapist-vault.types.ts'

/** OPAQUE's client half, fetched when first needed: it is the largest part of what a sign-in loads. */
const loadOpaque = async () => {
  const opaque = await import('@serenity-kit/opaque')
  await opaque.ready
  return opaque.client
}

const refusedSignIn = () => new Refused(401, 'sign-in-refused')

/** Opens therapists' accounts on this device. */
export const therapistAccount = (world: World): TherapistAccount => {
  const { store, transport } = world

  /**
   * Opens an account with the keyring that the server showed. A device that has held a newer one keeps what it knows,
   * and every case then says that the server has rolled back: no server may take keys away, and neither may a backup
   * that was restored. `keep` is the keyring that this device is to keep.
   */
  const open = async (
    account: Account,
    secrets: AccountSecrets,
    shown: Keyring,
  ): Promise<{ vault: OpenedAccount; keep: Keyring }> => {
    if (!(await world.holdAlone(`account/${account.account}`))) throw new OpenElsewhere()
    // The server's word is not taken for whom partners will be told to trust.
    const { identityToRecipient } = await import('age-encryption')
    const own =
      account.masterKey === toBase64Url(cryptography.publicKey(mustFromBase64Url(secrets.masterSeed)))
    if (!own || account.recipient !== (await identityToRecipient(secrets.identity)))
      throw new Refused(409, 'account-swapped')
    const opened = await openKeyring(shown.sealed, shown.version, secrets)
    if (!opened) throw new Refused(409, 'keyring-swapped')
    const kept = await readKept(store, account.signInName)
    const held = kept?.account.account === account.account ? kept.keyring : null
    const known = held && (await openKeyring(held.sealed, held.version, secrets))
    const rolledBack =
      known !== null &&
      (known.version > opened.version || (known.version === opened.version && held?.sealed !== shown.sealed))
    const keyring = rolledBack ? { ...uniteKeyrings(known, opened), version: opened.version } : opened
    const device = await deviceSeed(store, account.account, secrets)
    const vault = new OpenedAccount(account, secrets, keyring, device, world, rolledBack)
    return { vault, keep: rolledBack && held ? held : shown }
  }

  const fetchKeyring = async () =>
    (await ask(transport, { method: 'GET', path: '/api/keyring' })).json as Keyring

  /** Signs in with the server; gives what opens the lockbox. */
  const signInThere = async (
    signInName: string,
    passphrase: string,
  ): Promise<{ account: Account; exportKey: string }> => {
    const opaque = await loadOpaque()
    const { clientLoginState, startLoginRequest } = opaque.startLogin({ password: passphrase })
    const started = (
      await ask(transport, {
        method: 'POST',
        path: '/api/sign-in/start',
        json: { signInName, startLoginRequest },
      })
    ).json as SignInStartReply
    const finished = opaque.finishLogin({
      clientLoginState,
      loginResponse: started.loginResponse,
      password: passphrase,
    })
    if (!finished) throw refusedSignIn()
    const json = { attempt: started.attempt, finishLoginRequest: finished.finishLoginRequest }
    const account = (await ask(transport, { method: 'POST', path: '/api/sign-in/finish', json }))
      .json as Account
    return { account, exportKey: finished.exportKey }
  }

  const signInHere = async (signInName: string, passphrase: string) => {
    const kept = await readKept(store, signInName)
    if (!kept) throw new Offline()
    const exportKey = await openKept(kept, passphrase)
    const secrets = exportKey ? openLockbox(passphraseKey(exportKey), kept.account.lockbox) : null
    if (!secrets) throw refusedSignIn()
    return (await open(kept.account, secrets, kept.keyring)).vault
  }

  return {
    async register({ setUpCode, signInName, passphrase }) {
      const { generateHybridIdentity, identityToRecipient } = await import('age-encryption')
      const opaque = await loadOpaque()
      const { clientRegistrationState, registrationRequest } = opaque.startRegistration({
        password: passphrase,
      })
      const started = (
        await ask(transport, {
          method: 'POST',
          path: '/api/accounts/start',
          json: { setUpCode, signInName, registrationRequest },
        })
      ).json as RegisterStartReply
      const { exportKey, registrationRecord } = opaque.finishRegistration({
        ...started,
        clientRegistrationState,
        password: passphrase,
      })
      const masterSeed = cryptography.random(32)
      const secrets: AccountSecrets = {
        identity: await generateHybridIdentity(),
        masterSeed: toBase64Url(masterSeed),
      }
      const recipient = await identityToRecipient(secrets.identity)
      const recoveryCode = makeRecoveryCode()
      const recovery = recoveryKeys(recoveryCode)
      const keyring: TherapistKeyring = {
        format: 'groundwork/keyring/1',
        version: 1,
        kitConfirmed: false,
        cases: [],
      }
      const sealed = await sealKeyring(keyring, secrets, recipient)
      const json: RegisterFinish = {
        setUpCode,
        signInName,
        registrationRecord,
        recipient,
        masterKey: toBase64Url(cryptography.publicKey(masterSeed)),
        lockbox: sealLockbox(passphraseKey(exportKey), secrets),
        recoveryLockbox: sealLockbox(recovery.key, secrets),
        recoveryHash: toBase64Url(cryptography.sha256(recovery.token)),
        keyring: sealed,
      }
      const account = (await ask(transport, { method: 'POST', path: '/api/accounts/finish', json }))
        .json as Account
      const { vault } = await open(account, secrets, { version: 1, sealed })
      await keepAccount(store, account, { version: 1, sealed }, passphrase, exportKey)
      return { vault, recoveryCode }
    },

    async signIn({ signInName, passphrase }) {
      try {
        const { account, exportKey } = await signInThere(signInName, passphrase)
        const secrets = openLockbox(passphraseKey(exportKey), account.lockbox)
        if (!secrets) throw new Refused(409, 'lockbox-swapped')
        const { vault, keep } = await open(account, secrets, await fetchKeyring())
        await keepAccount(store, account, keep, passphrase, exportKey)
        return vault
      } catch (error) {
        if (error instanceof Offline) return signInHere(signInName, passphrase)
        throw error
      }
    },

    async recover({ signInName, recoveryCode, passphrase }) {
      const { key, token } = recoveryKeys(recoveryCode)
      const json = { signInName, token: toBase64Url(token) }
      const account = (await ask(transport, { method: 'POST', path: '/api/recover', json })).json as Account
      const secrets = openLockbox(key, account.recoveryLockbox)
      if (!secrets) throw new Refused(409, 'lockbox-swapped')
      const opaque = await loadOpaque()
      const { clientRegistrationState, registrationRequest } = opaque.startRegistration({
        password: passphrase,
      })
      const path = '/api/account/passphrase'
      const started = (await ask(transport, { method: 'PUT', path, json: { registrationRequest } }))
        .json as RegisterStartReply
      const { exportKey, registrationRecord } = opaque.finishRegistration({
        ...started,
        clientRegistrationState,
        password: passphrase,
      })
      const lockbox = sealLockbox(passphraseKey(exportKey), secrets)
      const renewed = (await ask(transport, { method: 'PUT', path, json: { registrationRecord, lockbox } }))
        .json as Account
      const { vault, keep } = await open(renewed, secrets, await fetchKeyring())
      await keepAccount(store, renewed, keep, passphrase, exportKey)
      return vault
    },

    async lastSignInName() {
      const bytes = await store.get('last-sign-in')
      return bytes ? toText(bytes) : null
    },
  }
}
