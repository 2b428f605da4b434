package dev.sekisho.connection;

import dev.sekisho.registry.FactRegistry;
import dev.sekisho.registry.Reference;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.ruleset.LinkKind;
import dev.sekisho.web.problem.Problem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Singleton
class ConnectionPointRegistry extends FactRegistry<ConnectionPointEntity, ConnectionPointView> {
    private final LinkFacts facts;

    ConnectionPointRegistry(ConnectionPointRepository rows, LinkFacts facts) {
        super("connection-points", ConnectionPointView.class, rows);
        this.facts = facts;
    }

    @Override
    protected ConnectionPointEntity blank() {
        return new ConnectionPointEntity();
    }

    @Override
    public ConnectionPointView view(ConnectionPointEntity row) {
        return ConnectionPointView.of(row);
    }

    @Override
    protected void write(ConnectionPointView said, ConnectionPointEntity into) {
        said.writeTo(into);
    }

    @Override
    public List<Reference> references(ConnectionPointView said) {
        Reference zone = Reference.to("/zone", "zones", said.zone());
        return Reference.present(
                Reference.to("/thirdParty", "third-parties", said.thirdParty()),
                zone,
                Reference.to("/asset", "assets", said.asset(), zone),
                Reference.to("/firewall/product", "software-products", said.firewallProduct()));
    }

    @Override
    public Map<String, String> referring() {
        return Map.of(
                "thirdParty",
                "third-parties",
                "zone",
                "zones",
                "asset",
                "assets",
                "firewallProduct",
                "software-products");
    }

    @Override
    public List<Problem.FieldError> impossible(ConnectionPointView said, @Nullable ConnectionPointEntity stored) {
        return LinkChecks.of(said, stored);
    }

    @Override
    protected void deleting(ConnectionPointEntity row) {
        facts.forget(LinkKind.CONNECTION_POINT, row);
    }

    @Override
    public void project(ConnectionPointEntity row, Estate.Builder estate) {
        estate.add(row.fact(facts.filtering(LinkKind.CONNECTION_POINT, row)));
    }

    @Override
    public void retract(String key, Estate.Builder estate) {
        estate.removeConnectionPoint(key);
    }
}
