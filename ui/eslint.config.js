import { readdirSync } from 'node:fs'
import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'
import svelteConfig from './svelte.config.js'

const tauri = { regex: '^@tauri-apps/', message: 'Only src/backend talks to Tauri; add what you need to backend.ts.' }
const folder = (name, message) => ({ regex: `(^\\$${name}(/|$))|(\\.\\./${name}(/|$))`, message })
const onlyBelow = (files, patterns) => ({ files, rules: { 'no-restricted-imports': ['error', { patterns }] } })

const toViews = folder('views', 'Views are the top; nothing imports them.')
const toFeatures = folder('features', 'This lies below features.')
const toFrame = folder('frame', 'This lies below the frame.')

const features = readdirSync('src/features', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

export default ts.config(
  { ignores: ['dist/', 'src/backend/contract.ts'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      'no-restricted-imports': ['error', { patterns: [tauri] }],
      'no-console': 'error',
      '@typescript-eslint/no-unused-expressions': 'off',
      'svelte/no-at-html-tags': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: "SvelteAttribute[key.name='style']", message: 'The content security policy blocks style="…"; use the style: directive or a class.' },
      ],
      // Because a plain Map is meant where nothing redraws from it, and {' '} is a space that stays.
      'svelte/prefer-svelte-reactivity': 'off',
      'svelte/no-useless-mustaches': 'off',
      'svelte/require-each-key': 'error',
      // Because addresses are hash routes made by `to()`, not SvelteKit's.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  { files: ['*.config.js', '*.config.ts'], languageOptions: { globals: globals.node } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
  onlyBelow(['src/backend/**'], [toViews, toFeatures, toFrame, folder('shared', 'The backend knows no pieces.')]),
  onlyBelow(['src/shared/**'], [tauri, toViews, toFeatures, toFrame, folder('backend', 'Shared pieces take data, they fetch none.')]),
  onlyBelow(['src/frame/**'], [tauri, toViews, toFeatures]),
  ...features.map((name) =>
    onlyBelow([`src/features/${name}/**`], [
      tauri,
      toViews,
      {
        regex: `^(\\$features|(\\.\\./)+features)/(?!${name}(/|$))|^(\\.\\./)+(${features.filter((other) => other !== name).join('|') || '-'})(/|$)`,
        message: 'Features do not know each other; put what both need into shared or the view.',
      },
    ]),
  ),
)
