package dev.sekisho.risk.rule;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.score.Flaw;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * An installation with every advisory judged against it, live or not.
 *
 * @param today the day it is judged on
 * @param landing whether third parties land where it is: at a connection point that is up, or in a zone somebody lands in
 */
public record InstallationSituation(
        Estate estate, LocalDate today, Installation installation, Product product, List<Flaw> flaws, boolean landing) {

    /** What is installed where, for a sentence: "FortiOS 7.2.6 (edge firewall)". */
    public String software() {
        String version = installation.version() == null ? "of unknown version" : installation.version();
        return product.name() + " " + version + " (" + installation.name() + ")";
    }

    /** That it has a flaw, as far as that is known; to be gone on with. */
    public String has(Flaw flaw) {
        String has = switch (flaw.match().verdict()) {
            case UNKNOWN -> " may have ";
            case CONFLICT -> " has, by what one of several says, ";
            default -> " has ";
        };
        return software() + has + flaw.advisory().key();
    }

    /** The flaws that are neither mended nor out of use for certain. */
    public Stream<Flaw> live() {
        return flaws.stream().filter(Flaw::live);
    }
}
