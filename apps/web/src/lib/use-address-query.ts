import { useRouter } from 'wouter'

/** The query of the page's address as it stands there. The router's own `useSearch` decodes it, and a "%2526" would be decoded twice. */
export function useAddressQuery(): string {
  const router = useRouter()
  return router.searchHook(router)
}
