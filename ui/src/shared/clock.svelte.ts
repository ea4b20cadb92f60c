/** The time that relative dates are counted from. It moves every ten seconds; tests and the demo may fix it. */
const step = 10_000;

let now = $state(Date.now());
let fixed = false;

export const clock = {
  /** Milliseconds since 1970, UTC. */
  get now(): number {
    return now;
  },
  /** Stops the clock at that moment. */
  fix(moment: number): void {
    fixed = true;
    now = moment;
  },
};

/** Lets the clock run until the result is called. */
export function runClock(): () => void {
  const timer = setInterval(() => {
    if (!fixed) now = Date.now();
  }, step);
  return () => {
    clearInterval(timer);
  };
}
