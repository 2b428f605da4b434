package dev.sekisho.organization;

import dev.sekisho.registry.Referable;
import jakarta.inject.Singleton;
import java.util.Collection;

/** The groups of hosts that share a credential; there is one as long as a host names it. */
@Singleton
class CredentialGroups implements Referable {
    private final AssetRepository assets;

    CredentialGroups(AssetRepository assets) {
        this.assets = assets;
    }

    @Override
    public String name() {
        return "credential-groups";
    }

    @Override
    public String singular() {
        return "credential group";
    }

    @Override
    public boolean holds(String value) {
        return assets.find("credentialGroup", value)
                .page(0, 1)
                .firstResultOptional()
                .isPresent();
    }

    @Override
    public Collection<String> beside(String value) {
        return assets.credentialGroups();
    }
}
