import { monitorEventLoopDelay } from 'node:perf_hooks'
import fastifyPlugin from 'fastify-plugin'
import { createPressure } from '../lib/pressure.ts'

/** `app.isPressed()`, for routes that give way first when this process cannot keep up. */
export const pressure = fastifyPlugin(async (app) => {
  const turns = monitorEventLoopDelay({ resolution: 20 })
  const { look, isPressed } = createPressure()
  const looking = setInterval(() => {
    look(turns.percentile(50) / 1e6)
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
