import { nextInt } from '../../base/random.ts';
import type { World } from './world.ts';

/** The letters of generated names: no vowels, no digits that look like letters (apimachinery util/rand). */
const alphabet = 'bcdfghjklmnpqrstvwxz2456789';

/** A name no pod of the namespace has: the DaemonSet's and a dash, cut to 58 characters, and five letters (apiserver storage/names). */
export function newPodName(world: World, namespace: string, daemonSet: string): string {
  const prefix = `${daemonSet}-`.slice(0, 58);
  for (;;) {
    const name = prefix + suffix(world);
    if (!world.podUids.has(`${namespace}/${name}`)) return name;
  }
}

/** Five letters from one draw: 27^5 is less than 2^24. */
function suffix(world: World): string {
  let rest = nextInt(world.names, 14_348_907);
  let letters = '';
  for (let i = 0; i < 5; i++) {
    letters += alphabet.charAt(rest % 27);
    rest = Math.floor(rest / 27);
  }
  return letters;
}
