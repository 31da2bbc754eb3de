import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { Refusal } from './refusal.ts'

/** Where things stand in a data folder. */
export const dataFiles = (folder: string) => ({
  database: join(folder, 'groundwork.sqlite'),
  secrets: join(folder, 'secrets.json'),
  lock: join(folder, 'lock.sqlite'),
})

/** The same for a folder that a server has used. @throws Refusal `no-data` */
export const existingDataFiles = (folder: string): ReturnType<typeof dataFiles> => {
  const files = dataFiles(folder)
  if (!existsSync(files.database))
    throw new Refusal(404, 'no-data', `There are no data in the folder ${folder}.`)
  return files
}

/** Makes the folder where it is missing, for its owner alone. */
export const makeDataFolder = (folder: string): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
}

/** Whether a folder is missing or has nothing in it. */
export const isEmptyFolder = (folder: string): boolean => {
  try {
    return readdirSync(folder).length === 0
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true
    throw error
  }
}

/**
 * Takes the folder for one server. The lock is an open transaction on a small file of its own: the system lets go of it
 * however the process ends. @returns what gives it back. @throws Refusal `folder-in-use`.
 */
export const lockDataFolder = (folder: string): (() => void) => {
  const lock = new DatabaseSync(dataFiles(folder).lock)
  try {
    lock.exec('pragma busy_timeout = 0')
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if (((error as { errcode?: number }).errcode ?? 0) % 256 !== 5) throw error
    throw new Refusal(409, 'folder-in-use', `Another Groundwork server is using the folder ${folder}.`)
  }
  return () => lock.close()
}
