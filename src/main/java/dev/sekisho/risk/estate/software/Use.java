package dev.sekisho.risk.estate.software;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether an installed software is used, and since when that holds. */
public record Use(UseState state, @Nullable LocalDate since) {}
