package dev.sekisho.risk.rule;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Installation;
import dev.sekisho.risk.estate.Product;
import dev.sekisho.risk.score.Flaw;
import java.time.LocalDate;
import java.util.List;

/**
 * An installation with every advisory judged against it, live or not.
 *
 * @param today the day it is judged on
 */
public record InstallationSituation(
        Estate estate, LocalDate today, Installation installation, Product product, List<Flaw> flaws) {}
