package dev.sekisho.assessment;

import dev.sekisho.risk.assessment.Assessment;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What is known now, as one consistent whole.
 *
 * @param generation counts the assessments that changed something; it is the revision of every answer
 * @param at when it was computed
 * @param day the day it holds for
 */
public record Snapshot(Assessment assessment, long generation, Instant at, LocalDate day) {}
