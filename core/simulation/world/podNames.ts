import { nextInt } from '../../base/random.ts';
import { lifeNamed, type World } from './world.ts';

/** The letters of generated names: no vowels, no digits that look like letters (apimachinery util/rand). */
const alphabet = 'bcdfghjklmnpqrstvwxz2456789';
/** All pairs of letters: pair `p` has letter `p % 27` first. */
const pairs: readonly string[] = Array.from({ length: 729 }, (_, p) => alphabet.charAt(p % 27) + alphabet.charAt(Math.floor(p / 27)));

/** A name no pod of the namespace has: the DaemonSet's and a dash, cut to 58 characters, and five letters (apiserver storage/names). */
export function newPodName(world: World, namespace: string, daemonSet: string): string {
  const prefix = `${daemonSet}-`.slice(0, 58);
  for (;;) {
    const name = prefix + suffix(world);
    if (lifeNamed(world, namespace, name) === undefined) return name;
  }
}

/** Five letters from one draw: 27^5 is less than 2^24. */
function suffix(world: World): string {
  const drawn = nextInt(world.suffixes, 14_348_907);
  const rest = Math.floor(drawn / 729);
  return `${pairs[drawn % 729]}${pairs[rest % 729]}${alphabet.charAt(Math.floor(rest / 729))}`;
}
