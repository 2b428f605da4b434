package dev.sekisho.risk.traffic;

/** An approved flow of which at least this packet is denied. */
public record UnmetFlow(Flow flow, Decision witness) {}
