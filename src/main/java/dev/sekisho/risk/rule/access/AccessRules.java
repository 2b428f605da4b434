package dev.sekisho.risk.rule.access;

import dev.sekisho.risk.rule.Rule;
import java.util.List;

/** How third parties come in. */
public final class AccessRules {
    private AccessRules() {}

    public static List<Rule> all() {
        return List.of(new RemoteAccessWithoutMfa(), new SharedCredential(), new StandingAccess());
    }
}
