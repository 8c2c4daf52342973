// What reads of events cost: the share of the ceiling that warm ones reach, and the processor time of cold ones.
import { benchWarm } from './warm.mjs';

await benchWarm();
