package dev.sekisho.risk.traffic.rule;

/** A risky service that is permitted, with a packet that reaches it and the rule that lets it through. */
public record RiskyTraffic(RiskyService service, Decision witness) {}
