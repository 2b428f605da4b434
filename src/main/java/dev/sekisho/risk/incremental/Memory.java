package dev.sekisho.risk.incremental;

import java.util.Map;

/** What one assessment derived, for the next to start from. Nobody else looks into it. */
public final class Memory {
    static final Memory NONE = new Memory(Map.of());

    final Map<String, Object> derived;

    Memory(Map<String, Object> derived) {
        this.derived = derived;
    }
}
