package dev.sekisho.risk.path;

import dev.sekisho.risk.estate.link.ConnectionPoint;

/** A connection point that is up and the breaks it costs. */
public record PathEntry(ConnectionPoint point, Ways ways) {}
