package dev.sekisho.connection;

import dev.sekisho.organization.MonitoringView;
import dev.sekisho.registry.Registered;
import dev.sekisho.risk.estate.link.Access;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.link.Transport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be said of a connection point and a zone link alike. */
interface LinkView extends Registered {
    @Nullable
    Transport transport();

    @Nullable
    Access access();

    @Nullable
    Authentication authentication();

    @Nullable
    Egress egress();

    @Nullable
    MonitoringView monitoring();

    @Nullable
    List<FlowView> approvedFlows();

    @Nullable
    FirewallView firewall();

    @Nullable
    LinkState state();

    default void writeTerms(LinkEntity row) {
        row.transport = transport();
        row.access = access();
        row.authentication = authentication();
        row.egress = egress();
        row.monitoring = monitoring();
        row.approvedFlows = approvedFlows();
        FirewallView.write(firewall(), row);
        row.state = state();
    }

    default @Nullable String firewallProduct() {
        FirewallView firewall = firewall();
        return firewall == null ? null : firewall.product();
    }
}
