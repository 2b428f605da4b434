package dev.sekisho.registry.field;

/** The group of constraints on values that are of their form and yet cannot be true; what breaks one is 422. */
public interface Plausible {}
