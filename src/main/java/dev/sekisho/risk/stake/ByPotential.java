package dev.sekisho.risk.stake;

import java.util.Arrays;

/**
 * Groups by the most that they add to what a target makes by itself, but for landing in it.
 *
 * @param numbers the greatest first, of equals the first
 * @param potentials by number, in milli-points
 */
record ByPotential(int[] numbers, int[] potentials) {

    static ByPotential of(int[] potentials) {
        long[] keys = new long[potentials.length];
        for (int number = 0; number < keys.length; number++) {
            // A sort of numbers without boxes.
            keys[number] = (long) -potentials[number] << Integer.SIZE | number;
        }
        Arrays.sort(keys);
        return new ByPotential(Arrays.stream(keys).mapToInt(key -> (int) key).toArray(), potentials);
    }

    int size() {
        return numbers.length;
    }

    /** The number of the group in so many-th place. */
    int number(int place) {
        return numbers[place];
    }

    int potential(int number) {
        return potentials[number];
    }

    /** The most that any adds. */
    int greatest() {
        return numbers.length == 0 ? Greatest.NOTHING : potentials[numbers[0]];
    }
}
