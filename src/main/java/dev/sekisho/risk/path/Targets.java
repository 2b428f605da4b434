package dev.sekisho.risk.path;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;

/** Targets by distance, listed one distance at a time: most readers stop at the near ones. */
final class Targets extends AbstractList<Target> {
    private final Approach approach;
    private final List<List<Target>> levels = new ArrayList<>();

    Targets(Approach approach) {
        this.approach = approach;
    }

    @Override
    public Target get(int index) {
        int rest = index;
        for (int level = 0; level <= Breaks.MOST + 1; level++) {
            List<Target> here = level(level);
            if (rest < here.size()) {
                return here.get(rest);
            }
            rest -= here.size();
        }
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public int size() {
        return Approach.levels().map(level -> level(level).size()).sum();
    }

    @Override
    public Iterator<Target> iterator() {
        return new Iterator<>() {
            private int level;
            private int index;

            @Override
            public boolean hasNext() {
                while (level <= Breaks.MOST + 1 && index == level(level).size()) {
                    level++;
                    index = 0;
                }
                return level <= Breaks.MOST + 1;
            }

            @Override
            public Target next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return level(level).get(index++);
            }
        };
    }

    @Override
    public Spliterator<Target> spliterator() {
        return Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL);
    }

    private synchronized List<Target> level(int level) {
        while (levels.size() <= level) {
            levels.add(approach.targetsAt(levels.size()));
        }
        return levels.get(level);
    }
}
