import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readPeopleSearch } from '../../features/organization/people/people-search.ts'
import { readUnitsSearch } from '../../features/organization/units/units-search.ts'
import { WaitingPart } from '../shell/screens.tsx'
import { desk } from './frame-routes.tsx'

const units = createRoute({
  getParentRoute: () => desk,
  path: '/don-vi',
  validateSearch: readUnitsSearch,
  component: lazyRouteComponent(() => import('../pages/units-page.tsx'), 'UnitsPage'),
  pendingComponent: WaitingPart,
})

const unit = createRoute({
  getParentRoute: () => desk,
  path: '/don-vi/$unitId',
  component: lazyRouteComponent(() => import('../pages/unit-page.tsx'), 'UnitPage'),
  pendingComponent: WaitingPart,
})

const people = createRoute({
  getParentRoute: () => desk,
  path: '/nguoi',
  validateSearch: readPeopleSearch,
  component: lazyRouteComponent(() => import('../pages/people-page.tsx'), 'PeoplePage'),
  pendingComponent: WaitingPart,
})

const person = createRoute({
  getParentRoute: () => desk,
  path: '/nguoi/$personId',
  component: lazyRouteComponent(() => import('../pages/person-page.tsx'), 'PersonPage'),
  pendingComponent: WaitingPart,
})

const reorganization = createRoute({
  getParentRoute: () => desk,
  path: '/sap-xep-to-chuc',
  component: lazyRouteComponent(() => import('../pages/reorganization-page.tsx'), 'ReorganizationPage'),
  pendingComponent: WaitingPart,
})

const blocs = createRoute({
  getParentRoute: () => desk,
  path: '/khoi-thi-dua',
  component: lazyRouteComponent(() => import('../pages/blocs-page.tsx'), 'BlocsPage'),
  pendingComponent: WaitingPart,
})

const bloc = createRoute({
  getParentRoute: () => desk,
  path: '/khoi-thi-dua/$blocId',
  component: lazyRouteComponent(() => import('../pages/bloc-page.tsx'), 'BlocPage'),
  pendingComponent: WaitingPart,
})

const blocYear = createRoute({
  getParentRoute: () => desk,
  path: '/khoi-thi-dua/$blocId/$year',
  component: lazyRouteComponent(() => import('../pages/bloc-year-page.tsx'), 'BlocYearPage'),
  pendingComponent: WaitingPart,
})

const importing = createRoute({
  getParentRoute: () => desk,
  path: '/nhap-to-chuc',
  component: lazyRouteComponent(() => import('../pages/import-page.tsx'), 'ImportPage'),
  pendingComponent: WaitingPart,
})

/** The pages of units, people and blocs, with all that is done to them. */
export const organizationRoutes = [units, unit, people, person, blocs, bloc, blocYear, reorganization, importing] as const
