/** The entry of the projector window; it holds nothing of the console. */
import '@fontsource-variable/source-sans-3/wght.css'
import './styles/tokens.css'
import './styles/base.css'
import { mount } from 'svelte'
import { useBackend } from '$backend'
import Projector from './views/projector/Projector.svelte'

async function start() {
  if (import.meta.env.DEV && !('__TAURI_INTERNALS__' in window)) {
    useBackend((await import('./gallery/sample')).sample())
  } else {
    useBackend((await import('$backend/tauri')).tauri())
  }
  mount(Projector, { target: document.getElementById('app')! })
}

void start()
