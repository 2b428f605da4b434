package dev.sekisho.risk.estate;

import org.jspecify.annotations.Nullable;

/**
 * One of our own companies.
 *
 * @param parent key of the company it belongs to
 */
public record Organization(
        String key, String name, @Nullable String parent) {}
