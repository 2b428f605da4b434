package dev.sekisho.connection;

import dev.sekisho.registry.Key;
import dev.sekisho.registry.field.NotInFuture;
import dev.sekisho.registry.field.Plausible;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Firewall;
import dev.sekisho.web.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is stated of the firewall at a link. */
@Schema(
        name = "Firewall",
        description =
                "What is stated of the firewall at a link. A state that rests on somebody having looked counts only with a dated inspection.")
record FirewallView(
        @Schema(description = "UNKNOWN where not stated, which counts like NONE.") @Nullable
        FilterState state,

        @Schema(description = "Key of the firewall's software product.") @Key @Nullable
        String product,

        @Schema(description = "When somebody last looked, with evidence.")
        @NotInFuture(groups = Plausible.class)
        @Nullable
        LocalDate inspectedOn,

        @Schema(
                description =
                        "When the next inspection is due. Evidence ages by the day of the inspection alone, whatever is planned.")
        @Nullable
        LocalDate inspectionDueOn,

        @Schema(description = "When its rules were last reviewed.") @NotInFuture(groups = Plausible.class) @Nullable
        LocalDate reviewedOn,

        @Schema(
                description =
                        "When somebody last tried to get past it from the other side; not stated counts as never.")
        @NotInFuture(groups = Plausible.class)
        @Nullable
        LocalDate segmentationTestedOn) {

    private static final FirewallView NOTHING = new FirewallView(null, null, null, null, null, null);

    static @Nullable FirewallView of(LinkEntity row) {
        var said = new FirewallView(
                row.firewallState,
                row.firewallProduct,
                row.inspectedOn,
                row.inspectionDueOn,
                row.reviewedOn,
                row.segmentationTestedOn);
        return said.equals(NOTHING) && !row.firewallStated ? null : said;
    }

    static void write(@Nullable FirewallView said, LinkEntity into) {
        into.firewallStated = said != null;
        into.firewallState = said == null ? null : said.state;
        into.firewallProduct = said == null ? null : said.product;
        into.inspectedOn = said == null ? null : said.inspectedOn;
        into.inspectionDueOn = said == null ? null : said.inspectionDueOn;
        into.reviewedOn = said == null ? null : said.reviewedOn;
        into.segmentationTestedOn = said == null ? null : said.segmentationTestedOn;
    }

    static Firewall factOf(LinkEntity row) {
        return new Firewall(
                Objects.requireNonNullElse(row.firewallState, FilterState.UNKNOWN),
                row.firewallProduct,
                row.inspectedOn,
                row.inspectionDueOn,
                row.reviewedOn,
                row.segmentationTestedOn);
    }

    List<Problem.FieldError> impossible() {
        return inspectedOn != null && inspectionDueOn != null && inspectionDueOn.isBefore(inspectedOn)
                ? List.of(new Problem.FieldError("/firewall/inspectionDueOn", "lies before the inspection itself"))
                : List.of();
    }
}
