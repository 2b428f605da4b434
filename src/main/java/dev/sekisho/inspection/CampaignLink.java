package dev.sekisho.inspection;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.sekisho.registry.field.JsonColumn;
import jakarta.persistence.Converter;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A link that a campaign was made for, as it is stored. One that is deleted stays: a campaign that would shrink with it
 * would end as all done while nobody ever looked.
 *
 * @param goneOn the day it was deleted; absent while it is there
 * @param inspected whether it had been inspected in the campaign when it was deleted; absent while it is there
 */
record CampaignLink(
        @Nullable String connectionPoint,
        @Nullable String zoneLink,
        @Nullable LocalDate goneOn,
        @Nullable Boolean inspected) {

    /** Of more that are gone the oldest are forgotten. */
    private static final int MOST_GONE = 10_000;

    static CampaignLink of(LinkReference link) {
        return new CampaignLink(link.connectionPoint(), link.zoneLink(), null, null);
    }

    CampaignLink gone(LocalDate day, boolean done) {
        return new CampaignLink(connectionPoint, zoneLink, day, done);
    }

    boolean isGone() {
        return goneOn != null;
    }

    LinkReference link() {
        return new LinkReference(connectionPoint, zoneLink);
    }

    /** These links instead of the ones there are; what is gone stays, unless a link of that key is named again. */
    static List<CampaignLink> chosen(List<LinkReference> links, List<CampaignLink> before) {
        List<CampaignLink> gone = before.stream()
                .filter(link -> link.isGone() && !links.contains(link.link()))
                .toList();
        return Stream.concat(
                        links.stream().map(CampaignLink::of), gone.stream().skip(Math.max(0, gone.size() - MOST_GONE)))
                .toList();
    }

    /** Keeps a list of them in one column. */
    @Converter
    public static class Column extends JsonColumn<List<CampaignLink>> {
        public Column() {
            super(new TypeReference<>() {});
        }
    }
}
