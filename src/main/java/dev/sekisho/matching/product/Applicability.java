package dev.sekisho.matching.product;

import dev.sekisho.matching.published.AffectedProduct;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether an entry can be about the installed edition and platform, as far as those are stated. */
final class Applicability {
    private final @Nullable CpeName installed;
    private final Set<String> platforms;

    private Applicability(@Nullable CpeName installed, Set<String> platforms) {
        this.installed = installed;
        this.platforms = platforms;
    }

    static Applicability of(Installed installed) {
        return new Applicability(CpeName.parse(installed.cpe()), installed.platforms());
    }

    /** False only where both sides are stated and exclude each other. */
    boolean mayApply(AffectedProduct entry) {
        return editionMayApply(entry) && platformMayApply(entry);
    }

    private boolean editionMayApply(AffectedProduct entry) {
        CpeName mine = installed;
        if (mine == null || entry.cpes().isEmpty()) {
            return true;
        }
        List<CpeName> same = entry.cpes().stream()
                .map(CpeName::parse)
                .filter(Objects::nonNull)
                .filter(cpe -> cpe.sameProduct(mine))
                .toList();
        return same.isEmpty() || same.stream().anyMatch(cpe -> !cpe.excludes(mine));
    }

    private boolean platformMayApply(AffectedProduct entry) {
        return platforms.isEmpty() || entry.requires().isEmpty() || isMet(entry.requires());
    }

    private boolean isMet(Set<String> required) {
        return required.stream().map(CpeName::parse).filter(Objects::nonNull).anyMatch(this::isPresent);
    }

    private boolean isPresent(CpeName required) {
        String product = ProductNames.fold(required.product());
        String both = ProductNames.fold(required.vendor()) + product;
        return platforms.stream().anyMatch(platform -> {
            CpeName cpe = CpeName.parse(platform);
            String text = ProductNames.fold(platform);
            return cpe != null ? cpe.sameProduct(required) : text.equals(product) || text.equals(both);
        });
    }

    MatchEvidence elsewhere(String recordId, AffectedProduct entry) {
        return new MatchEvidence(
                new MatchEvidence.Origin(entry.source(), entry.sourceName(), recordId),
                MatchAnswer.NOT_AFFECTED,
                String.join(", ", entry.requires().isEmpty() ? entry.cpes() : entry.requires()),
                "the source limits this to another edition or platform than the one installed",
                null);
    }
}
