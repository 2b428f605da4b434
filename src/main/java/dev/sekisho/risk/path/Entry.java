package dev.sekisho.risk.path;

import dev.sekisho.risk.estate.ConnectionPoint;

/** A connection point that is up and the breaks it costs. */
public record Entry(ConnectionPoint point, Ways ways) {}
