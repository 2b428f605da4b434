package dev.sekisho.risk.stake;

import dev.sekisho.risk.entry.Door;
import dev.sekisho.risk.path.Approach;
import dev.sekisho.risk.score.Causes;
import dev.sekisho.risk.score.Upkeep;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All ways in that land in one zone. */
public record Basin(List<Group> groups) {

    /**
     * One of them.
     *
     * @param pool what can be got hold of where it lands
     */
    public record Way(Entrant entrant, Approach approach, Causes pool) {

        /**
         * @param party key of the third party that comes in by it
         * @param door what it leads over
         */
        public static Way of(String party, Door door, Upkeep upkeep, Approach approach) {
            return new Way(new Entrant(party, door, upkeep), approach, door.pool());
        }
    }

    private record Alike(Approach approach, Causes pool) {}

    /** @param reach all zones there is any way to from here */
    public static Basin of(List<Way> ways, BitSet reach) {
        Map<Alike, List<Entrant>> alike = new LinkedHashMap<>();
        ways.stream()
                .sorted(Comparator.comparing(Way::entrant, Entrant.WORST_FIRST))
                .forEach(way -> alike.computeIfAbsent(new Alike(way.approach, way.pool), any -> new ArrayList<>())
                        .add(way.entrant));
        return new Basin(alike.entrySet().stream()
                .map(group -> Group.of(group.getKey().approach, reach, group.getKey().pool, group.getValue()))
                .toList());
    }

    /** What lies before each group. */
    public List<Outlook> outlooks(Stakes stakes) {
        return groups.stream().map(group -> group.outlook(stakes)).toList();
    }

    /** The number of the group of a way. */
    public int groupOf(Approach approach, Causes pool) {
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            if (group.approach() == approach && group.pool().equals(pool)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no way of this kind lands here");
    }
}
