/**
 * A general mailbox in the real window, on real mail: mails are sorted, rules sort what comes later, requests that
 * belong together are merged and parted again. Each step is done, seen, and taken back; in both themes.
 */
import { after, before } from 'node:test';
import { merging } from './sorting/merging.mjs';
import { Office } from './sorting/office.mjs';
import { ruling } from './sorting/ruling.mjs';
import { sorting } from './sorting/sorting.mjs';
import { story } from './story.mjs';

const office = new Office();
const step = story((name) => office.screen?.pictureOfFailure(name));

before(() => office.open());
after(() => office.close({ keep: step.isBroken() }));

sorting(step, office);
ruling(step, office);
merging(step, office);
