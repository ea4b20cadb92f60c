import type { Rule } from '$ipc/bindings';
import { m } from '$shared/messages/index.svelte';

/** A rule as one sentence. */
export function ruleSentence(rule: Pick<Rule, 'field' | 'value' | 'verdict'>): string {
  const { sentence, verdicts } = m.settings.rules;
  return sentence[rule.field](rule.value, verdicts[rule.verdict]);
}
