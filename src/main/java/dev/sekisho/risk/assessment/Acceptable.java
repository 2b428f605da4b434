package dev.sekisho.risk.assessment;

import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.InstallationSituation;
import dev.sekisho.risk.rule.Rule;
import dev.sekisho.risk.rule.Scope;
import java.util.List;
import java.util.Optional;

/**
 * What somebody answers for who accepts a finding. Few findings are accepted, and what all of them cover would fill the
 * memory: so it is not kept with the finding but asked of its rule, in the very situation the finding was judged in.
 */
final class Acceptable {
    private final List<Rule> rules;
    private final Inquest inquest;

    Acceptable(List<Rule> rules, Inquest inquest) {
        this.rules = rules;
        this.inquest = inquest;
    }

    /** @param installation the installation the finding is about, where it is about one */
    Optional<Scope> scope(Finding.Identity finding, Optional<InstallationSituation> installation) {
        String key = finding.subject().key();
        return switch (finding.subject().kind()) {
            case CONNECTION_POINT, ZONE_LINK ->
                ask(finding, Rule.OnLink.class, inquest.situation(finding.subject()), Rule.OnLink::scope);
            case INSTALLATION -> ask(finding, Rule.OnInstallation.class, installation, Rule.OnInstallation::scope);
            case THIRD_PARTY ->
                ask(finding, Rule.OnThirdParty.class, inquest.thirdParty(key), Rule.OnThirdParty::scope);
            case ZONE -> ask(finding, Rule.OnZone.class, inquest.zone(key), Rule.OnZone::scope);
            case ASSET -> ask(finding, Rule.OnAsset.class, inquest.asset(key), Rule.OnAsset::scope);
            case SOFTWARE_PRODUCT -> ask(finding, Rule.OnProduct.class, inquest.product(key), Rule.OnProduct::scope);
            case PORTFOLIO, ORGANIZATION -> Optional.empty();
        };
    }

    private interface Asking<R, S> {
        Scope of(R rule, S situation, String cause);
    }

    private <R extends Rule, S> Optional<Scope> ask(
            Finding.Identity finding, Class<R> kind, Optional<S> situation, Asking<R, S> asking) {
        return situation.flatMap(at -> rules.stream()
                .filter(rule -> rule.reference().code().equals(finding.code()))
                .filter(kind::isInstance)
                .map(rule -> asking.of(kind.cast(rule), at, finding.cause()).bounded())
                .findFirst());
    }
}
