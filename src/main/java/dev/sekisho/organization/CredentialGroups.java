package dev.sekisho.organization;

import dev.sekisho.registry.Referable;
import jakarta.inject.Singleton;
import java.text.Normalizer;
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
        return assets.find("credentialGroup", normal(value))
                .page(0, 1)
                .firstResultOptional()
                .isPresent();
    }

    /** A name as it is kept, whichever way its letters were composed. */
    static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).strip();
    }

    @Override
    public Collection<String> beside(String value) {
        return assets.credentialGroups();
    }
}
