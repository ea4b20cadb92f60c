import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const noTauriOutsideIpc = {
  patterns: [{ group: ['@tauri-apps/*'], message: 'Only src/ipc/ talks to the shell.' }],
};

export default ts.config(
  { ignores: ['dist', 'node_modules', 'src/ipc/bindings.ts'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      'no-console': 'error',
      'no-undef': 'off',
      'no-restricted-imports': ['error', noTauriOutsideIpc],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/button-has-type': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: false }],
    },
  },
  // Shapes and words are data: as long as they need to be.
  { files: ['src/shared/components/IconSprite.svelte'], rules: { 'max-lines': 'off' } },
  { files: ['src/ipc/**'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['*.config.{js,ts}'], languageOptions: { globals: { ...globals.node } } },
);
