import type {
  AppointmentPatch,
  EditorialAppointment,
  EditorialPost,
  NewAppointment,
  NewPost,
  PostPatch,
} from '@bantin/shared/editorial-people'
import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { PageOf } from '../../../lib/page-of.ts'
import { apiOf } from '../../../lib/query-client.ts'
import { forgetOrganization, organizationKey } from '../forget-organization.ts'

/** All posts of a unit in their order, with everybody who holds, held or will hold them. */
export function postsQuery(unitId: string) {
  return queryOptions({
    queryKey: [...organizationKey, 'posts', unitId],
    staleTime: 0,
    queryFn: async ({ client, signal }) =>
      (await apiOf(client).get<PageOf<EditorialPost>>(`/editorial/units/${unitId}/posts`, { signal })).data,
  })
}

/** What is there already, and the version that a change stands on. */
export interface Held {
  id: string
  version: number
}

/** A post is added to a unit, or one that is there is changed: then it fails with `version_stale` when somebody else was faster. */
export function savePostMutation() {
  return mutationOptions({
    mutationFn: (request: { unitId: string; input: NewPost } | { post: Held; input: PostPatch }, { client }) =>
      'post' in request
        ? apiOf(client).send<EditorialPost>('PATCH', `/editorial/posts/${request.post.id}`, {
            body: request.input,
            version: request.post.version,
          })
        : apiOf(client).send<EditorialPost>('POST', `/editorial/units/${request.unitId}/posts`, { body: request.input }),
    onSuccess: (_answer, _request, _result, { client }) => forgetOrganization(client),
  })
}

/** Somebody gets a post, or what is noted of that is changed. Fails with `conflict` that names the rule it would break. */
export function saveAppointmentMutation() {
  return mutationOptions({
    mutationFn: (request: { postId: string; input: NewAppointment } | { appointment: Held; input: AppointmentPatch }, { client }) =>
      'appointment' in request
        ? apiOf(client).send<EditorialAppointment>('PATCH', `/editorial/appointments/${request.appointment.id}`, {
            body: request.input,
            version: request.appointment.version,
          })
        : apiOf(client).send<EditorialAppointment>('POST', `/editorial/posts/${request.postId}/appointments`, { body: request.input }),
    onSuccess: (_answer, _request, _result, { client }) => forgetOrganization(client),
  })
}

/** Takes away a post that nobody held, or an appointment that no published article names; else fails with `conflict`. */
export function removeMutation(noun: 'posts' | 'appointments') {
  return mutationOptions({
    mutationFn: ({ id, version }: Held, { client }) => apiOf(client).send<undefined>('DELETE', `/editorial/${noun}/${id}`, { version }),
    onSuccess: (_answer, _request, _result, { client }) => forgetOrganization(client),
  })
}
