package dev.sekisho.risk.assessment;

import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.InstallationSituation;
import java.util.List;
import java.util.Optional;

/**
 * What somebody answers for who accepts a finding. Few findings are accepted, and what all of them cover would fill the
 * memory: so it is not kept with the finding but asked of its rule, in the very situation the finding was judged in.
 */
final class Acceptable {
    private final List<FindingRule> rules;
    private final FindingsComputation findings;

    Acceptable(List<FindingRule> rules, FindingsComputation findings) {
        this.rules = rules;
        this.findings = findings;
    }

    /** @param installation the installation the finding is about, where it is about one */
    Optional<AcceptanceScope> scope(Finding.Identity finding, Optional<InstallationSituation> installation) {
        String key = finding.subject().key();
        return switch (finding.subject().kind()) {
            case CONNECTION_POINT, ZONE_LINK ->
                ask(
                        finding,
                        FindingRule.OnLink.class,
                        findings.situation(finding.subject()),
                        FindingRule.OnLink::scope);
            case INSTALLATION ->
                ask(finding, FindingRule.OnInstallation.class, installation, FindingRule.OnInstallation::scope);
            case THIRD_PARTY ->
                ask(finding, FindingRule.OnThirdParty.class, findings.thirdParty(key), FindingRule.OnThirdParty::scope);
            case ZONE -> ask(finding, FindingRule.OnZone.class, findings.zone(key), FindingRule.OnZone::scope);
            case ASSET -> ask(finding, FindingRule.OnAsset.class, findings.asset(key), FindingRule.OnAsset::scope);
            case SOFTWARE_PRODUCT ->
                ask(finding, FindingRule.OnProduct.class, findings.product(key), FindingRule.OnProduct::scope);
            case PORTFOLIO, ORGANIZATION, DATA_HOLDING -> Optional.empty();
        };
    }

    private interface Asking<R, S> {
        AcceptanceScope of(R rule, S situation, String cause);
    }

    private <R extends FindingRule, S> Optional<AcceptanceScope> ask(
            Finding.Identity finding, Class<R> kind, Optional<S> situation, Asking<R, S> asking) {
        return situation.flatMap(at -> rules.stream()
                .filter(rule -> rule.reference().code().equals(finding.code()))
                .filter(kind::isInstance)
                .map(rule -> asking.of(kind.cast(rule), at, finding.cause()).bounded())
                .findFirst());
    }
}
