/**
 * What can go wrong, in the real window: each time it is said in its place, in the user's words, what was kept
 * and what to do; and nothing typed is lost.
 */
import { after, before } from 'node:test';
import { connecting } from './faults/connecting.mjs';
import { Troubles } from './faults/troubles.mjs';
import { receiving } from './faults/receiving.mjs';
import { working } from './faults/working.mjs';
import { story } from './story.mjs';

const troubles = new Troubles();
const step = story((name) => troubles.screen?.pictureOfFailure(name));

before(() => troubles.open());
after(() => troubles.close({ keep: step.isBroken() }));

connecting(step, troubles);
receiving(step, troubles);
working(step, troubles);
