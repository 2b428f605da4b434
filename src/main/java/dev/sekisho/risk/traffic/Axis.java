package dev.sekisho.risk.traffic;

/**
 * The dimensions of traffic in the order in which a diagram asks for them. The two that openness projects away come
 * last, so that "for some source" is a look at a node and not a computation.
 */
enum Axis {
    DESTINATION,
    PROTOCOL,
    PORT,
    SOURCE,
    SOURCE_PORT;

    static final int COUNT = values().length;
}
