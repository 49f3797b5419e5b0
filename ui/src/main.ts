/** The entry of the console window. */
import '@fontsource-variable/source-sans-3/wght.css'
import './styles/tokens.css'
import './styles/base.css'
import { mount } from 'svelte'
import { useBackend } from '$backend'
import App from '$frame/App.svelte'
import { refreshHub } from '$frame/hub.svelte'
import { withDaysOnly } from '$frame/no-such-day'
import { watched } from '$frame/watched'

async function start() {
  if (import.meta.env.DEV && !('__TAURI_INTERNALS__' in window)) {
    useBackend(withDaysOnly((await import('./gallery/sample')).sample()))
  } else {
    useBackend(withDaysOnly(watched((await import('$backend/tauri')).tauri(), refreshHub)))
  }
  mount(App, { target: document.getElementById('app')! })
}

void start()
