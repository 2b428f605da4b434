package dev.sekisho.connection;

import dev.sekisho.organization.MonitoringView;
import dev.sekisho.registry.RegisteredEntity;
import dev.sekisho.risk.estate.link.Access;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.link.LinkTerms;
import dev.sekisho.risk.estate.link.Transport;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The columns a connection point and a zone link have in common. */
@MappedSuperclass
abstract class LinkEntity extends RegisteredEntity {
    @Enumerated(EnumType.STRING)
    @Nullable
    Transport transport;

    @Enumerated(EnumType.STRING)
    @Nullable
    Access access;

    @Enumerated(EnumType.STRING)
    @Nullable
    Authentication authentication;

    @Enumerated(EnumType.STRING)
    @Nullable
    Egress egress;

    @Convert(converter = MonitoringView.Column.class)
    @Nullable
    MonitoringView monitoring;

    @Column(name = "approved_flows")
    @Convert(converter = FlowView.Column.class)
    @Nullable
    List<FlowView> approvedFlows;

    /** Whether the caller said anything of the firewall, be it that nothing is known. */
    @Column(name = "firewall_stated")
    boolean firewallStated;

    @Column(name = "firewall_state")
    @Enumerated(EnumType.STRING)
    @Nullable
    FilterState firewallState;

    @Column(name = "firewall_product")
    @Nullable
    String firewallProduct;

    @Column(name = "inspected_on")
    @Nullable
    LocalDate inspectedOn;

    @Column(name = "inspection_due_on")
    @Nullable
    LocalDate inspectionDueOn;

    @Column(name = "reviewed_on")
    @Nullable
    LocalDate reviewedOn;

    @Column(name = "segmentation_tested_on")
    @Nullable
    LocalDate segmentationTestedOn;

    @Enumerated(EnumType.STRING)
    @Nullable
    LinkState state;

    /** What is not stated is unknown. */
    LinkTerms terms() {
        return new LinkTerms(
                Objects.requireNonNullElse(transport, Transport.UNKNOWN),
                Objects.requireNonNullElse(access, Access.UNKNOWN),
                Objects.requireNonNullElse(authentication, Authentication.UNKNOWN),
                Objects.requireNonNullElse(egress, Egress.UNKNOWN),
                MonitoringView.factOf(monitoring),
                FlowView.facts(approvedFlows));
    }

    LinkState stateOrActive() {
        return Objects.requireNonNullElse(state, LinkState.ACTIVE);
    }
}
