package dev.sekisho.risk.estate.software;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version that was in place before the one that is.
 *
 * @param version absent when nobody knew it
 * @param until the last day it was recorded there
 */
public record EarlierVersion(@Nullable String version, LocalDate until) {}
