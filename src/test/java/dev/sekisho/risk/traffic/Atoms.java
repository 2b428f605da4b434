package dev.sekisho.risk.traffic;

import java.util.Arrays;

/** A growing list of atoms. */
final class Atoms {

    private int[] atoms = new int[16];
    private int size;

    void add(int atom) {
        if (size == atoms.length) {
            atoms = Arrays.copyOf(atoms, 2 * size);
        }
        atoms[size++] = atom;
    }

    /** Those that lie in the brick, ascending, each once. */
    int[] within(Brick brick, int axis) {
        Arrays.sort(atoms, 0, size);
        return Arrays.stream(atoms, 0, size)
                .distinct()
                .filter(atom -> brick.holds(axis, atom))
                .toArray();
    }
}
