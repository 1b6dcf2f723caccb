import type { FastifyPluginAsync } from 'fastify'
import { appointmentsRoutes } from './appointments/appointments.routes.ts'
import { editorialAuthorsRoutes } from './authors/authors.routes.ts'
import { awardsRoutes } from './blocs/awards.routes.ts'
import { blocYearsRoutes } from './blocs/bloc-years.routes.ts'
import { blocsRoutes } from './blocs/blocs.routes.ts'
import { organizationImportRoutes } from './organization-import/organization-import.routes.ts'
import { peopleRoutes } from './people/people.routes.ts'
import { postsRoutes } from './posts/posts.routes.ts'
import { reorganizationsRoutes } from './reorganizations/reorganizations.routes.ts'
import { tablesRoutes } from './tables/tables.routes.ts'
import { editorialUnitsRoutes } from './units/units.routes.ts'

/** Units, people and blocs, as they were, are and will be; and whom bylines name. */
export const organizationRoutes: FastifyPluginAsync = async (editorial) => {
  await editorial.register(reorganizationsRoutes)
  await editorial.register(editorialUnitsRoutes)
  await editorial.register(peopleRoutes)
  await editorial.register(editorialAuthorsRoutes)
  await editorial.register(postsRoutes)
  await editorial.register(appointmentsRoutes)
  await editorial.register(blocsRoutes)
  await editorial.register(blocYearsRoutes)
  await editorial.register(awardsRoutes)
  await editorial.register(tablesRoutes)
  await editorial.register(organizationImportRoutes)
}
