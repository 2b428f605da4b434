package dev.sekisho.risk.traffic.rule;

/** An approved flow of which at least this packet is denied. */
public record UnmetFlow(Flow flow, Decision witness) {}
