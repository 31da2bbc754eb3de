import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Makes sure that a file's name is on the disk, not only its bytes. */
export const syncFolder = (folder: string): void => {
  let handle: number | undefined
  try {
    handle = openSync(folder, 'r')
    fsyncSync(handle)
  } catch {
    // Some systems do not open or sync folders; there the rename is as sure as it gets.
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

/** Writes a file for its owner alone so that, after a crash, it is there whole or not at all. */
export const writeFileWhole = (file: string, content: string): void => {
  const partial = `${file}.partial`
  const handle = openSync(partial, 'w', 0o600)
  try {
    writeSync(handle, content)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(partial, file)
  syncFolder(dirname(file))
}
