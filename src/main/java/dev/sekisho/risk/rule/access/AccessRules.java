package dev.sekisho.risk.rule.access;

import dev.sekisho.risk.rule.FindingRule;
import java.util.List;

/** How third parties come in. */
public final class AccessRules {
    private AccessRules() {}

    public static List<FindingRule> all() {
        return List.of(new RemoteAccessWithoutMfa(), new SharedCredential(), new StandingAccess());
    }
}
