package dev.sekisho.ruleset.reading;

/** Which way the link's traffic crosses the guarding interface: into the device or out of it. */
public enum Direction {
    IN,
    OUT
}
