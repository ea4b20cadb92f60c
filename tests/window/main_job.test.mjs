/**
 * The main job in the real window, on real mail: from the first start to an accepted quote, by clicking and
 * typing, with a customer on the same mail server.
 */
import { after, before } from 'node:test';
import { answering } from './main_job/answering.mjs';
import { connecting } from './main_job/connecting.mjs';
import { deciding } from './main_job/deciding.mjs';
import { Desk } from './main_job/desk.mjs';
import { quoting } from './main_job/quoting.mjs';
import { story } from './story.mjs';

const desk = new Desk();
const step = story((name) => desk.screen?.pictureOfFailure(name));

before(() => desk.open());
after(() => desk.close({ keep: step.isBroken() }));

connecting(step, desk);
answering(step, desk);
quoting(step, desk);
deciding(step, desk);
