package dev.sekisho.connection;

import static dev.sekisho.collection.CollectionName.ASSETS;
import static dev.sekisho.collection.CollectionName.CONNECTION_POINTS;
import static dev.sekisho.collection.CollectionName.SOFTWARE_PRODUCTS;
import static dev.sekisho.collection.CollectionName.THIRD_PARTIES;
import static dev.sekisho.collection.CollectionName.ZONES;

import dev.sekisho.collection.CollectionName;
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
        super(CONNECTION_POINTS, ConnectionPointView.class, rows);
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
        Reference zone = Reference.to("/zone", ZONES, said.zone());
        return Reference.present(
                Reference.to("/thirdParty", THIRD_PARTIES, said.thirdParty()),
                zone,
                Reference.to("/asset", ASSETS, said.asset(), zone),
                Reference.to("/firewall/product", SOFTWARE_PRODUCTS, said.firewallProduct()));
    }

    @Override
    public Map<String, CollectionName> referring() {
        return Map.of(
                "thirdParty", THIRD_PARTIES, "zone", ZONES, "asset", ASSETS, "firewallProduct", SOFTWARE_PRODUCTS);
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
