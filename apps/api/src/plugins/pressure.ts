import { monitorEventLoopDelay } from 'node:perf_hooks'
import fastifyPlugin from 'fastify-plugin'
import { createPressure } from '../lib/pressure.ts'

const begins = 'This process cannot keep up: hits and heartbeats are turned away until it can.'

/** `app.isPressed()`, for routes that give way first when this process cannot keep up. */
export const pressure = fastifyPlugin(async (app) => {
  const turns = monitorEventLoopDelay({ resolution: 20 })
  const { look, isPressed } = createPressure()
  const looking = setInterval(() => {
    if (look(turns.percentile(50) / 1e6)) app.log.warn(isPressed() ? begins : 'This process keeps up again.')
    turns.reset()
  }, 1000)
  looking.unref()
  turns.enable()
  app.decorate('isPressed', isPressed)
  app.addHook('onClose', async () => {
    clearInterval(looking)
    turns.disable()
  })
})
