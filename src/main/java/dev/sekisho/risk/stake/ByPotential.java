package dev.sekisho.risk.stake;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All groups, those first that add most to what a target makes by itself: so that most of the others need no look. */
final class ByPotential {
    private final Group[] groups;
    private final int[] potentials;

    ByPotential(Stream<Basin> basins, Stakes stakes) {
        List<Group> sorted = basins.flatMap(basin -> basin.groups().stream())
                .sorted(Comparator.comparingInt((Group group) -> potential(group, stakes))
                        .reversed())
                .toList();
        groups = sorted.toArray(Group[]::new);
        potentials = sorted.stream().mapToInt(group -> potential(group, stakes)).toArray();
    }

    private static int potential(Group group, Stakes stakes) {
        return group.greatest() + stakes.extra(group.pool());
    }

    int size() {
        return groups.length;
    }

    Group get(int place) {
        return groups[place];
    }

    /** The most that a group adds, but for landing in the target itself. */
    int potential(int place) {
        return potentials[place];
    }
}
