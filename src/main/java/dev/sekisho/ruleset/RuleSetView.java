package dev.sekisho.ruleset;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Rewriting;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The rule set of a link in neutral form. */
@Schema(
        name = "RuleSet",
        description =
                "The rule set of a link in neutral form: the first rule that matches decides, the default action where none does.")
public record RuleSetView(
        @Schema(description = "The kind of link the rules are of.")
        LinkKind subject,

        @Schema(description = "Key of the link.") String key,

        @Schema(description = "Where its device stands on the way, counted from 1; 1 where it is the only one.")
        int position,

        @Schema(description = "Counted from 1 at each position; earlier ones stay readable.")
        int revision,

        @Schema(description = "Whether this revision is the one in force.")
        boolean current,

        @Schema(description = "The format it was sent in.", examples = "RULES_JSON")
        String format,

        @Schema(description = "What of the configuration guards the link, as it was named.") @Nullable
        String guard,

        @Schema(
                description =
                        "Key of the device from whose stored configuration the rules were read; absent where a text of its own was sent.")
        @Nullable
        String device,

        @Schema(
                description =
                        "What the device's configuration no longer has of what the link names; everything counts as permitted then, as a doubt. Absent where it has all of it.")
        @Nullable
        String missing,

        @Schema(
                description =
                        "What the device does to addresses beside the translations listed here: NONE, SOURCES when it may put other sources into packets, UNKNOWN when nothing shows it. It matters only where several devices guard the link: rules of two of them may then speak of other addresses for the same packet.")
        Rewriting rewriting,

        @Schema(description = "SHA-256 of the configuration as it was sent.")
        String sha256,

        @Schema(description = "How large the configuration was, in bytes.")
        long sizeBytes,

        @Schema(description = "When it was stored.") Instant storedAt,

        @Schema(description = "Id of the API key that stored it.")
        String storedBy,

        @Schema(description = "Whether it is the approved one, which those in force are held against.")
        boolean approved,

        @Schema(description = "When it was last approved; absent when it never was.") @Nullable
        Instant approvedAt,

        @Schema(description = "Id of the API key that approved it.") @Nullable
        String approvedBy,

        @Schema(description = "What becomes of a packet that no rule matches.")
        Action defaultAction,

        @Schema(description = "The rules in neutral form, in their order.") @Nullable
        List<RuleView> rules,

        @Schema(
                description =
                        "What the device does to destinations before the rules judge them; absent where nothing, or where rules are.")
        @Nullable
        List<TranslationView> translations,

        @Schema(description = "How many rules could not be modelled and count as permitting.")
        int opaqueRules,

        @Schema(description = "What the reader of the configuration has to say of it, in sentences.")
        List<String> notes) {

    static RuleSetView of(RuleSetEntity row, boolean withRules) {
        return new RuleSetView(
                row.id.linkKind(),
                row.id.linkKey(),
                row.id.place(),
                row.id.revision(),
                row.current,
                row.format,
                row.guard,
                row.device,
                row.missing,
                row.rewriting(),
                row.sha256,
                row.sizeBytes,
                row.storedAt,
                row.storedBy,
                row.approved,
                row.approvedAt,
                row.approvedBy,
                row.rules.defaultAction(),
                withRules ? row.rules.rules() : null,
                withRules ? row.rules.translations() : null,
                (int) row.rules.rules().stream()
                        .filter(rule -> rule.opaque() != null)
                        .count(),
                row.rules.notes());
    }
}
