package dev.sekisho.risk.rule;

import dev.sekisho.risk.estate.software.KnowledgeSource;
import java.time.LocalDate;

/**
 * Something that verdicts on software rest on.
 *
 * @param today the day it is judged on
 * @param needed whether any software is in use that it could speak of
 */
public record SourceSituation(LocalDate today, KnowledgeSource source, boolean needed) {}
