import type { Body } from '../body.ts'

/** Where a body names somebody with the title of the day. */
export interface PersonPlace {
  appointmentId: string
  /** JSON pointer from the body on. */
  pointer: string
}

interface Node {
  type: string
  attrs?: object
  content?: Node[]
}

/** Every place where the body names somebody, in the order in which they come. */
export function personPlacesOf(body: Body): PersonPlace[] {
  return placesWithin(body as Node, '')
}

/** The ids of the appointments that the body names, each once, in the order in which they come. */
export function appointmentIdsOf(body: Body): string[] {
  return [...new Set(personPlacesOf(body).map(({ appointmentId }) => appointmentId))]
}

function placesWithin({ content = [] }: Node, pointer: string): PersonPlace[] {
  return content.flatMap((node, i) => {
    const place = `${pointer}/content/${i}`
    if (node.type !== 'person') return placesWithin(node, place)
    const { appointmentId } = node.attrs as { appointmentId: string }
    return [{ appointmentId, pointer: `${place}/attrs/appointmentId` }]
  })
}
