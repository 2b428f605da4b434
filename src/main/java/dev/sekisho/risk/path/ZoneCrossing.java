package dev.sekisho.risk.path;

import dev.sekisho.risk.estate.link.ZoneLink;

/** A zone link that is up and the breaks it costs. */
public record ZoneCrossing(ZoneLink link, Ways ways) {}
