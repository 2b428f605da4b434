package dev.sekisho.connection;

import static dev.sekisho.collection.CollectionName.SOFTWARE_PRODUCTS;
import static dev.sekisho.collection.CollectionName.ZONES;
import static dev.sekisho.collection.CollectionName.ZONE_LINKS;

import dev.sekisho.collection.CollectionName;
import dev.sekisho.registry.FactRegistry;
import dev.sekisho.registry.Reference;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.ruleset.LinkKind;
import dev.sekisho.web.problem.Problem;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Singleton
class ZoneLinkRegistry extends FactRegistry<ZoneLinkEntity, ZoneLinkView> {
    private final LinkFacts facts;

    ZoneLinkRegistry(ZoneLinkRepository rows, LinkFacts facts) {
        super(ZONE_LINKS, ZoneLinkView.class, rows);
        this.facts = facts;
    }

    @Override
    protected ZoneLinkEntity blank() {
        return new ZoneLinkEntity();
    }

    @Override
    public ZoneLinkView view(ZoneLinkEntity row) {
        return ZoneLinkView.of(row);
    }

    @Override
    protected void write(ZoneLinkView said, ZoneLinkEntity into) {
        said.writeTo(into);
    }

    @Override
    public List<Reference> references(ZoneLinkView said) {
        return Reference.present(
                Reference.to("/from", ZONES, said.from()),
                Reference.to("/to", ZONES, said.to()),
                Reference.to("/firewall/product", SOFTWARE_PRODUCTS, said.firewallProduct()));
    }

    @Override
    public Map<String, CollectionName> referring() {
        return Map.of("fromZone", ZONES, "toZone", ZONES, "firewallProduct", SOFTWARE_PRODUCTS);
    }

    @Override
    public List<Problem.FieldError> impossible(ZoneLinkView said, @Nullable ZoneLinkEntity stored) {
        var errors = new ArrayList<>(LinkChecks.of(said, stored));
        if (said.from().equals(said.to())) {
            errors.add(new Problem.FieldError("/to", "is the zone the link starts in"));
        }
        return errors;
    }

    @Override
    protected void deleting(ZoneLinkEntity row) {
        facts.forget(LinkKind.ZONE_LINK, row);
    }

    @Override
    public void project(ZoneLinkEntity row, Estate.Builder estate) {
        estate.add(row.fact(facts.filtering(LinkKind.ZONE_LINK, row)));
    }

    @Override
    public void retract(String key, Estate.Builder estate) {
        estate.removeZoneLink(key);
    }
}
