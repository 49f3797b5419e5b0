/** Notices when the program answers that the hub is locked, so that the unlock screen comes up wherever one is. */
import { asFailure, type Backend } from '$backend'

/** Returns the backend, calling `onlocked` whenever a command is refused because the hub is locked. */
export function watched(backend: Backend, onlocked: () => void): Backend {
  return {
    ...backend,
    async call(command, request) {
      try {
        return await backend.call(command, request)
      } catch (thrown) {
        if (asFailure(thrown).code === 'locked') onlocked()
        throw thrown
      }
    },
  }
}
