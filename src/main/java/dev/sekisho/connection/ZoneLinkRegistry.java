package dev.sekisho.connection;

import dev.sekisho.firewall.Inspections;
import dev.sekisho.organization.MonitoringView;
import dev.sekisho.registry.Reference;
import dev.sekisho.registry.Registry;
import dev.sekisho.risk.estate.Access;
import dev.sekisho.risk.estate.Authentication;
import dev.sekisho.risk.estate.Egress;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.LinkState;
import dev.sekisho.risk.estate.Transport;
import dev.sekisho.risk.estate.ZoneLink;
import dev.sekisho.web.Problem;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Singleton
class ZoneLinkRegistry extends Registry<ZoneLinkEntity, ZoneLinkView> {
    private final RuleSets ruleSets;
    private final Inspections inspections;

    ZoneLinkRegistry(ZoneLinkRepository rows, RuleSets ruleSets, Inspections inspections) {
        super("zone-links", ZoneLinkView.class, rows);
        this.ruleSets = ruleSets;
        this.inspections = inspections;
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
        into.fromZone = said.from();
        into.toZone = said.to();
        into.transport = said.transport();
        into.access = said.access();
        into.authentication = said.authentication();
        into.egress = said.egress();
        into.monitoring = said.monitoring();
        into.approvedFlows = said.approvedFlows();
        FirewallView.write(said.firewall(), into);
        into.state = said.state();
    }

    @Override
    public List<Reference> references(ZoneLinkView said) {
        return Reference.present(
                Reference.to("/from", "zones", said.from()),
                Reference.to("/to", "zones", said.to()),
                Reference.to("/firewall/product", "software-products", said.firewallProduct()));
    }

    @Override
    public Map<String, String> referring() {
        return Map.of("fromZone", "zones", "toZone", "zones", "firewallProduct", "software-products");
    }

    @Override
    public Map<String, Class<?>> filters() {
        return Map.of("state", LinkState.class);
    }

    @Override
    protected List<Problem.FieldError> impossible(ZoneLinkView said, @Nullable ZoneLinkEntity stored) {
        var errors = new ArrayList<>(LinkChecks.of(said.firewall(), said.approvedFlows(), said.state(), stored));
        if (said.from().equals(said.to())) {
            errors.add(new Problem.FieldError("/to", "is the zone the link starts in"));
        }
        return errors;
    }

    @Override
    protected void deleting(ZoneLinkEntity row) {
        ruleSets.forget(LinkKind.ZONE_LINK, row.id);
        inspections.forget(LinkKind.ZONE_LINK.subject(row.id));
    }

    @Override
    public void project(ZoneLinkEntity row, Estate.Builder estate) {
        estate.add(new ZoneLink(
                row.id,
                row.name,
                row.fromZone,
                row.toZone,
                Objects.requireNonNullElse(row.transport, Transport.UNKNOWN),
                Objects.requireNonNullElse(row.access, Access.UNKNOWN),
                Objects.requireNonNullElse(row.authentication, Authentication.UNKNOWN),
                Objects.requireNonNullElse(row.egress, Egress.UNKNOWN),
                MonitoringView.factOf(row.monitoring),
                FlowView.facts(row.approvedFlows),
                inspections.applied(FirewallView.factOf(row), LinkKind.ZONE_LINK.subject(row.id)),
                ruleSets.current(LinkKind.ZONE_LINK, row.id),
                ruleSets.approved(LinkKind.ZONE_LINK, row.id),
                Objects.requireNonNullElse(row.state, LinkState.ACTIVE)));
    }

    @Override
    public void retract(String key, Estate.Builder estate) {
        estate.removeZoneLink(key);
    }
}
