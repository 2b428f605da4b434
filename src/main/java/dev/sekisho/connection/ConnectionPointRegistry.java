package dev.sekisho.connection;

import dev.sekisho.firewall.Inspections;
import dev.sekisho.organization.MonitoringView;
import dev.sekisho.registry.Reference;
import dev.sekisho.registry.Registry;
import dev.sekisho.risk.estate.Access;
import dev.sekisho.risk.estate.Authentication;
import dev.sekisho.risk.estate.ConnectionPoint;
import dev.sekisho.risk.estate.Egress;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.LinkState;
import dev.sekisho.risk.estate.Transport;
import dev.sekisho.risk.traffic.AddressSet;
import dev.sekisho.web.Problem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Singleton
class ConnectionPointRegistry extends Registry<ConnectionPointEntity, ConnectionPointView> {
    private final RuleSets ruleSets;
    private final Inspections inspections;

    ConnectionPointRegistry(ConnectionPointRepository rows, RuleSets ruleSets, Inspections inspections) {
        super("connection-points", ConnectionPointView.class, rows);
        this.ruleSets = ruleSets;
        this.inspections = inspections;
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
        into.thirdParty = said.thirdParty();
        into.zone = said.zone();
        into.asset = said.asset();
        into.transport = said.transport();
        into.access = said.access();
        into.authentication = said.authentication();
        into.privileged = said.privileged();
        into.sourceCidrs = said.sourceCidrs();
        into.egress = said.egress();
        into.monitoring = said.monitoring();
        into.approvedFlows = said.approvedFlows();
        FirewallView.write(said.firewall(), into);
        into.state = said.state();
    }

    @Override
    public List<Reference> references(ConnectionPointView said) {
        return Reference.present(
                Reference.to("/thirdParty", "third-parties", said.thirdParty()),
                Reference.to("/zone", "zones", said.zone()),
                Reference.to("/asset", "assets", said.asset()),
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
    public Map<String, Class<?>> filters() {
        return Map.of(
                "thirdParty", String.class, "zone", String.class, "asset", String.class, "state", LinkState.class);
    }

    @Override
    protected List<Problem.FieldError> impossible(ConnectionPointView said, @Nullable ConnectionPointEntity stored) {
        return LinkChecks.of(said.firewall(), said.approvedFlows(), said.state(), stored);
    }

    @Override
    protected void deleting(ConnectionPointEntity row) {
        ruleSets.forget(LinkKind.CONNECTION_POINT, row.id);
        inspections.forget(LinkKind.CONNECTION_POINT.subject(row.id));
    }

    @Override
    public void project(ConnectionPointEntity row, Estate.Builder estate) {
        estate.add(new ConnectionPoint(
                row.id,
                row.name,
                row.thirdParty,
                row.zone,
                row.asset,
                Objects.requireNonNullElse(row.transport, Transport.UNKNOWN),
                Objects.requireNonNullElse(row.access, Access.UNKNOWN),
                Objects.requireNonNullElse(row.authentication, Authentication.UNKNOWN),
                row.privileged,
                AddressSet.parse(Objects.requireNonNullElse(row.sourceCidrs, List.of())),
                Objects.requireNonNullElse(row.egress, Egress.UNKNOWN),
                MonitoringView.factOf(row.monitoring),
                FlowView.facts(row.approvedFlows),
                inspections.applied(FirewallView.factOf(row), LinkKind.CONNECTION_POINT.subject(row.id)),
                ruleSets.current(LinkKind.CONNECTION_POINT, row.id),
                ruleSets.approved(LinkKind.CONNECTION_POINT, row.id),
                Objects.requireNonNullElse(row.state, LinkState.ACTIVE)));
    }

    @Override
    public void retract(String key, Estate.Builder estate) {
        estate.removeConnectionPoint(key);
    }
}
