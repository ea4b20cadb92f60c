/** Whether single letters act (R replies, N notes). Off for those whom it hinders; chords always act. */
let letters = $state(true);

export const keyPreference = {
  get letters(): boolean {
    return letters;
  },
  set letters(on: boolean) {
    letters = on;
  },
};
