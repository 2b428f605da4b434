package dev.sekisho.risk.estate;

import org.jspecify.annotations.Nullable;

/**
 * A software product.
 *
 * @param supplier key of the third party that supplies it
 */
public record Product(String key, String name, @Nullable String supplier) {}
