/** What the search for a browser may touch. */
export interface Machine {
  env: Record<string, string | undefined>
  exists(path: string): boolean
  isRoot: boolean
  run(command: string, args: string[]): boolean
  starts(path: string): boolean
  playwrightPath(): Promise<string>
}
export function findBrowser(machine?: Machine): Promise<string | null>
export const noBrowser: string
