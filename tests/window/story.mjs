/** A story in steps: each builds on the one before, so after a failure the rest is left out. */
import test from 'node:test';

/** Begins a story; the function it gives tells one step. `onfailure` may keep evidence. */
export function story(onfailure = () => {}) {
  let broken = null;
  const step = (name, act) =>
    test(name, async (t) => {
      if (broken) return t.skip(`after “${broken}” failed`);
      try {
        await act(t);
      } catch (thrown) {
        broken = name;
        await onfailure(name);
        throw thrown;
      }
    });
  step.isBroken = () => broken !== null;
  return step;
}
