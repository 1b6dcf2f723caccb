import type { QueryClient } from '@tanstack/react-query'

/** Everything that the desk knows of units, posts and people. */
export const organizationKey = ['editorial', 'organization'] as const

/** A change of one is shown by others: a unit's name by its children, a post by its holder. What is on the screen is asked for anew. */
export function forgetOrganization(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: organizationKey })
  // The lists that other pages choose units from.
  void client.invalidateQueries({ queryKey: ['units'] })
}
