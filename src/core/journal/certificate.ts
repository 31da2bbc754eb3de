import { concat, fromText } from './bytes.ts'
import type { Cryptography } from './cryptography.ts'

/** A member's master key vouching for one device key. Keys are Ed25519 public keys. */
export interface Certificate {
  master: Uint8Array
  device: Uint8Array
  signature: Uint8Array
}

/** The length of an encoded certificate: device key left out, as the entry that carries it names the device. */
export const certificateLength = 96

/** The bytes that a master key signs to vouch for a device key. */
export const deviceStatement = (master: Uint8Array, device: Uint8Array): Uint8Array =>
  concat(fromText('groundwork/device/1\n'), master, device)

/** Certifies a device key with a member's 32-byte master seed. */
export const certifyDevice = (
  cryptography: Cryptography,
  masterSeed: Uint8Array,
  device: Uint8Array,
): Certificate => {
  const master = cryptography.publicKey(masterSeed)
  return { master, device, signature: cryptography.sign(masterSeed, deviceStatement(master, device)) }
}

/** Whether the master key named in the certificate signed it. Whose that key is, the roster says. */
export const verifyCertificate = (
  cryptography: Pick<Cryptography, 'verify'>,
  certificate: Certificate,
): Promise<boolean> =>
  cryptography.verify(
    certificate.master,
    deviceStatement(certificate.master, certificate.device),
    certificate.signature,
  )
