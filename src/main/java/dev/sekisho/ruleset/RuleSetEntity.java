package dev.sekisho.ruleset;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Rewriting;
import dev.sekisho.ruleset.format.Format;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rule set a link has, or had. */
@Entity
@Table(name = "rule_set")
class RuleSetEntity {
    /** A link, the place of a device on the way, and the number of its rule set; both are counted from 1. */
    @Embeddable
    record Id(
            @Column(name = "link_kind") @Enumerated(EnumType.STRING)
            LinkKind linkKind,

            @Column(name = "link_key") String linkKey,
            int place,
            int revision) {
        RuleSets.Place at() {
            return new RuleSets.Place(linkKind, linkKey, place);
        }
    }

    @EmbeddedId
    Id id = new Id(LinkKind.CONNECTION_POINT, "", 1, 0);

    @Column(name = "is_current")
    boolean current;

    String format = "";

    @Nullable
    String guard;

    /** Null where it was stored before this was looked at. */
    @Enumerated(EnumType.STRING)
    @Nullable
    Rewriting rewriting;

    /** Whose configuration it was read from; null where a text of its own was sent. */
    @Nullable
    String device;

    /** What was stated of a link that names a device; null where nothing was. */
    @Column(name = "stated_rewriting")
    @Enumerated(EnumType.STRING)
    @Nullable
    Rewriting statedRewriting;

    /** The sections of the device's configuration it was read from. */
    @Column(name = "sections_read")
    @Convert(converter = RuleSets.SectionNumbers.class)
    @Nullable
    List<Integer> sectionsRead;

    /** What the configuration of the device does not have any more, in words. */
    @Nullable
    String missing;

    String sha256 = "";

    @Column(name = "size_bytes")
    long sizeBytes;

    @Convert(converter = NeutralRules.Column.class)
    NeutralRules rules = new NeutralRules(Action.PERMIT, List.of(), List.of(), null);

    @Column(name = "stored_at")
    Instant storedAt = Instant.EPOCH;

    @Column(name = "stored_by")
    String storedBy = "";

    /** Whether it is the one that those in force are held against; at most one of a link is. */
    @Column(name = "is_approved")
    boolean approved;

    /** When it was last approved, be it that another one is by now. */
    @Column(name = "approved_at")
    @Nullable
    Instant approvedAt;

    @Column(name = "approved_by")
    @Nullable
    String approvedBy;

    Rewriting rewriting() {
        return rewriting == null ? Format.valueOf(format).rewriting(null) : rewriting;
    }
}
