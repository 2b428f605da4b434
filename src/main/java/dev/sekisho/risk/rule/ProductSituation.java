package dev.sekisho.risk.rule;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.score.Flaw;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;

/**
 * A software product.
 *
 * @param today the day it is judged on
 * @param criticalTargets keys of the crown jewels that a break in it helps to reach
 * @param possible its flaws anywhere that would be live if a source could decide it
 */
public record ProductSituation(
        Estate estate, LocalDate today, Product product, SortedSet<String> criticalTargets, List<Flaw> possible) {}
