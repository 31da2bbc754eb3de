import { accountRoutes } from '../features/account/account.routes.ts'
import { seatRoutes } from '../features/account/seat.routes.ts'
import type { Route } from '../platform/route.ts'
import type { Records } from '../records/records.ts'
import { caseRoutes } from './case.routes.ts'
import { journalRoutes } from './journal.routes.ts'

/** Every route that reads or writes records. `GET /api/state` stands beside it in `create-app.ts`. */
export const allRoutes: Route<Records>[] = [...accountRoutes, ...seatRoutes, ...caseRoutes, ...journalRoutes]

/** The same as data: what the matrix of every route and every caller is made from. */
export const routes: { method: Route<Records>['method']; path: string; caller: Route<Records>['caller'] }[] =
  [
    { method: 'GET', path: '/api/state', caller: 'nobody' },
    ...allRoutes.map(({ method, path, caller }) => ({ method, path, caller })),
  ]
