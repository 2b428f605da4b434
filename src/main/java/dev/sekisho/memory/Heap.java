package dev.sekisho.memory;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.stream.Stream;

/** What the Java machine tells about its heap. */
final class Heap {
    private final long limit = Runtime.getRuntime().maxMemory();
    private final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    private final List<GarbageCollectorMXBean> stopping = ManagementFactory.getGarbageCollectorMXBeans().stream()
            .filter(collector -> stops(collector.getName()))
            .toList();

    /** Some collectors count what they do beside the program as well. */
    private static boolean stops(String collector) {
        return Stream.of("Cycles", "Concurrent").noneMatch(collector::contains);
    }

    long limit() {
        return limit;
    }

    Exhaustion.Sample sample() {
        long collecting = 0;
        for (GarbageCollectorMXBean collector : stopping) {
            collecting += Math.max(0, collector.getCollectionTime());
        }
        return new Exhaustion.Sample(System.nanoTime() / 1_000_000, collecting, (double) held() / limit);
    }

    private long held() {
        long held = 0;
        for (MemoryPoolMXBean pool : pools) {
            MemoryUsage after = pool.getCollectionUsage();
            held += after == null ? 0 : after.getUsed();
        }
        return held;
    }
}
