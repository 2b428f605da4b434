package dev.sekisho.registry;

import java.util.Set;

/** Registered objects of one collection were written; fired inside the transaction, acted on after its commit. */
public record Changed(String collection, Set<String> keys) {}
