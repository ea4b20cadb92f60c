/// <reference types="svelte" />
/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** `1` builds the imitation of the core in: for pictures and tests without the shell. */
  readonly VITE_FAKE?: string;
}
