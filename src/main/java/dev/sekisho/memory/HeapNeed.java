package dev.sekisho.memory;

/**
 * How much heap an estate takes, by what it consists of; measured, see the benchmarks. An estimate: rule sets, long
 * texts and many ways between zones take more, which the room beside it is for.
 *
 * @param objects registered objects of all collections but advisories
 * @param advisories records of advisories, which are held packed
 * @param findings findings on them
 */
record HeapNeed(long objects, long advisories, long findings) {
    private static final long MEGABYTE = 1 << 20;

    /** Classes, connections and the cache of the database, requests in flight. */
    private static final long BESIDE = 100 * MEGABYTE;

    /** An object as registered, with what is computed about it, before and after a change. */
    private static final long OBJECT = 3_000;

    private static final long ADVISORY = 1_000;

    /** A finding, before and after a change. */
    private static final long FINDING = 600;

    /** Findings on one object of an estate of which little is known yet. */
    static final long USUAL_FINDINGS = 5;

    long megabytes() {
        return (BESIDE + objects * OBJECT + advisories * ADVISORY + findings * FINDING) / MEGABYTE + 1;
    }

    boolean fits(long heap) {
        return megabytes() * MEGABYTE <= heap;
    }

    /** With findings on the new objects as on those that were there before. */
    HeapNeed grownTo(long newObjects, long newAdvisories) {
        long expected = objects == 0 ? newObjects * USUAL_FINDINGS : findings * newObjects / objects;
        return new HeapNeed(newObjects, newAdvisories, Math.max(findings, expected));
    }

    /** What to ask of the Java machine, which keeps a part for itself; in whole hundreds of megabytes. */
    long toAskFor() {
        return (megabytes() * 17 / 16 + 99) / 100 * 100;
    }
}
